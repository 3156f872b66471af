package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.GenotypeState;
import org.rxtwin.knowledge.EnzymeRole;
import org.rxtwin.knowledge.EnzymeRole.Role;
import org.rxtwin.knowledge.EnzymeRole.Strength;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.GeneTable;
import org.rxtwin.rules.question.Diplotypes;

/** What the chart's genes mean for one drug, inhibitors that come and go included (rule 8). */
final class GeneResults {
  private static final String CONVERTED = "CYP2D6";

  private final Scene scene;
  private final GeneTable genes;
  private final Diplotypes diplotypes;

  GeneResults(Scene scene) {
    this.scene = scene;
    this.genes = scene.knowledge().genes();
    this.diplotypes = Diplotypes.of(scene.chart());
  }

  /**
   * One way in which the genes may work now.
   *
   * @param results of every gene that can be used
   * @param inhibitors the drugs that make CYP2D6 work less than it was inherited
   */
  record Reading(List<GenePhenotype> results, List<DrugCourse> inhibitors) {}

  Diplotypes diplotypes() {
    return diplotypes;
  }

  /**
   * The ways in which the genes may work for a drug now: while an inhibitor builds up or washes out
   * both as if it were there and as if it were not.
   */
  List<Reading> readings(String drug) {
    List<DrugCourse> full = new ArrayList<>();
    List<DrugCourse> turning = new ArrayList<>();
    for (DrugCourse course : scene.drugs()) {
      if (course.systemic() && !course.ingredient().equals(drug)) {
        role(course).ifPresent(role -> sort(course, role, full, turning));
      }
    }
    List<Reading> readings = new ArrayList<>();
    readings.add(reading(drug, full));
    if (!turning.isEmpty()) {
      turning.addAll(full);
      readings.add(reading(drug, turning));
    }
    return readings;
  }

  /** What one gene means for a drug by itself. */
  GenePhenotype inherited(String drug, String gene) {
    return result(drug, gene, List.of());
  }

  private Reading reading(String drug, List<DrugCourse> inhibitors) {
    List<String> names = inhibitors.stream().map(DrugCourse::ingredient).toList();
    List<GenePhenotype> results = usable().stream().map(gene -> result(drug, gene, names)).toList();
    return new Reading(results, List.copyOf(inhibitors));
  }

  private List<String> usable() {
    List<String> disputed = diplotypes.disputed();
    return diplotypes.genes().stream()
        .filter(gene -> !disputed.contains(gene) && diplotypes.doubt(gene).isEmpty())
        .toList();
  }

  private GenePhenotype result(String drug, String gene, List<String> inhibitors) {
    Optional<GenePhenotype> read =
        diplotypes
            .findDiplotype(gene)
            .map(each -> genes.phenotypeFor(drug, gene, each, inhibitors));
    return read.filter(GenePhenotype::determined)
        .or(
            () ->
                diplotypes
                    .findPhenotype(gene)
                    .map(each -> genes.reportedFor(drug, gene, each, inhibitors)))
        .or(() -> read)
        .orElseThrow();
  }

  /** The last report of a gene. */
  GenotypeState last(String gene) {
    List<GenotypeState> all = diplotypes.list(gene);
    return all.get(all.size() - 1);
  }

  private Optional<EnzymeRole> role(DrugCourse course) {
    return scene.knowledge().interactions().listRoles(course.ingredient()).stream()
        .filter(role -> role.role() == Role.INHIBITOR && role.enzyme().equals(CONVERTED))
        .filter(role -> role.strength().filter(each -> each != Strength.WEAK).isPresent())
        .findFirst();
  }

  private void sort(
      DrugCourse course, EnzymeRole role, List<DrugCourse> full, List<DrugCourse> turning) {
    double running = scene.days(course.since(), scene.at());
    double gone = course.ended().map(end -> scene.days(end, scene.at())).orElse(0.0);
    if (course.running() && running >= role.onsetDays().orElse(0)) {
      full.add(course);
    } else if (course.running() || gone < role.washoutDays().orElse(0)) {
      turning.add(course);
    }
  }
}
