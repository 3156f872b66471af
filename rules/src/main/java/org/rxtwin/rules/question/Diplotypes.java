package org.rxtwin.rules.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.GenotypeState;

/**
 * The genotypes of a chart. Two reports of one gene that disagree: neither is used; nor is one that
 * may tell another person's gene after a transplant (rule 14).
 */
public final class Diplotypes {
  /** How a reported phenotype tells its activity score. */
  private static final String SCORE = "activity score";

  private final Map<String, List<GenotypeState>> reports = new TreeMap<>();
  private final Transplants transplants;

  private Diplotypes(Transplants transplants) {
    this.transplants = transplants;
  }

  /** What has been reported. */
  public static Diplotypes of(Chart chart) {
    Diplotypes all = new Diplotypes(Transplants.of(chart));
    for (GenotypeState state : chart.genotypes()) {
      all.reports.computeIfAbsent(state.genotype().gene(), gene -> new ArrayList<>()).add(state);
    }
    return all;
  }

  /** Gene to diplotype, for the genes whose reports agree and are the patient's own. */
  public Map<String, String> agreed() {
    Map<String, String> agreed = new TreeMap<>();
    genes().stream()
        .filter(gene -> !isDisputed(gene) && doubt(gene).isEmpty())
        .forEach(gene -> findDiplotype(gene).ifPresent(text -> agreed.put(gene, text)));
    return agreed;
  }

  /** Genes with a report, sorted. */
  public List<String> genes() {
    return List.copyOf(reports.keySet());
  }

  /** Genes whose reports disagree, sorted. */
  public List<String> disputed() {
    return genes().stream().filter(this::isDisputed).toList();
  }

  /** Why the reports of a gene may tell another person's; empty where at least one does not. */
  public Optional<String> doubt(String gene) {
    List<GenotypeState> all = list(gene);
    return all.stream().allMatch(each -> transplants.doubt(each).isPresent())
        ? all.stream().flatMap(each -> transplants.doubt(each).stream()).findFirst()
        : Optional.empty();
  }

  /** The diplotype that the reports of a gene tell together, where one does. */
  public Optional<String> findDiplotype(String gene) {
    List<String> texts = diplotypes(gene);
    return texts.isEmpty() ? Optional.empty() : Optional.of(new AlleleReports(texts).together());
  }

  /** The phenotype as a laboratory called it last, one with an activity score before others. */
  public Optional<String> findPhenotype(String gene) {
    List<String> all = phenotypes(gene);
    return all.stream()
        .filter(each -> each.contains(SCORE))
        .reduce((one, later) -> later)
        .or(() -> all.stream().reduce((one, later) -> later));
  }

  /** The reports of a gene, oldest first. */
  public List<GenotypeState> list(String gene) {
    return List.copyOf(reports.getOrDefault(gene, List.of()));
  }

  private boolean isDisputed(String gene) {
    List<String> texts = diplotypes(gene);
    return texts.isEmpty()
        ? phenotypes(gene).stream()
                .map(each -> each.replaceAll(",.*", ""))
                .filter(each -> !each.startsWith(SCORE))
                .distinct()
                .count()
            > 1
        : new AlleleReports(texts).disagree();
  }

  private List<String> diplotypes(String gene) {
    return own(gene).stream().flatMap(each -> each.genotype().diplotype().stream()).toList();
  }

  private List<String> phenotypes(String gene) {
    return own(gene).stream().flatMap(each -> each.genotype().phenotype().stream()).toList();
  }

  /** Those that are the patient's for certain; where none is, all. */
  private List<GenotypeState> own(String gene) {
    List<GenotypeState> certain =
        list(gene).stream().filter(each -> transplants.doubt(each).isEmpty()).toList();
    return certain.isEmpty() ? list(gene) : certain;
  }
}
