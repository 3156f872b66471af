package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.GenotypeState;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.rules.screening.fact.GenotypeConflict;
import org.rxtwin.rules.screening.fact.GenotypeUnclear;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** Reports of genes that cannot be used as they are (rule 14), and what to ask. */
final class GeneReportFacts {
  /** What a laboratory can put right, by the words of the reading. */
  private static final List<String> ASKABLE =
      List.of("number of copies", "is not known", "no value is known", "upper end");

  private final Scene scene;
  private final GeneResults results;

  private GeneReportFacts(Scene scene) {
    this.scene = scene;
    this.results = new GeneResults(scene);
  }

  static List<ScreeningFact> of(Scene scene) {
    GeneReportFacts make = new GeneReportFacts(scene);
    List<ScreeningFact> facts = new ArrayList<>();
    make.results.diplotypes().disputed().forEach(gene -> facts.add(make.conflict(gene)));
    for (DrugCourse course : scene.running()) {
      if (course.systemic()) {
        make.speakingFor(course.ingredient()).stream()
            .flatMap(gene -> make.unclear(course, gene).stream())
            .forEach(facts::add);
      }
    }
    return facts;
  }

  /** Genes with a report and a recommendation for the drug that disturbs somebody. */
  private List<String> speakingFor(String drug) {
    return scene.knowledge().genes().listRecommendations(drug).stream()
        .filter(row -> row.tier() != Tier.LOG)
        .flatMap(row -> row.genes().stream())
        .distinct()
        .filter(gene -> results.diplotypes().genes().contains(gene))
        .filter(gene -> !results.diplotypes().disputed().contains(gene))
        .sorted()
        .toList();
  }

  private Optional<GenotypeUnclear> unclear(DrugCourse course, String gene) {
    Optional<String> doubt = results.diplotypes().doubt(gene);
    if (doubt.isPresent()) {
      return Optional.of(
          unclear(
              course,
              gene,
              doubt.get(),
              "Dose "
                  + scene.name(course.ingredient())
                  + " as if "
                  + gene
                  + " were not known; ask the laboratory within 3 days which tissue was tested and"
                  + " when."));
    }
    return results.readings(course.ingredient()).stream()
        .flatMap(reading -> reading.results().stream())
        .filter(each -> each.gene().equals(gene) && !each.determined())
        .map(GenePhenotype::reason)
        .filter(why -> ASKABLE.stream().anyMatch(why::contains))
        .findFirst()
        .map(
            why ->
                unclear(
                    course,
                    gene,
                    why,
                    "Ask the laboratory within 3 days for " + gene + " in full: " + why + "."));
  }

  private GenotypeUnclear unclear(DrugCourse course, String gene, String why, String advice) {
    List<Reason> reasons = new ArrayList<>(reports(gene));
    reasons.add(Reason.of("genotype", why));
    reasons.addAll(Wording.orders(scene, course));
    return new GenotypeUnclear(
        scene.name(course.ingredient()),
        gene,
        why,
        scene.days(course.since(), scene.at()),
        grounds(
            "genotype-unclear-" + gene.toLowerCase(Locale.ROOT),
            List.of(course.ingredient()),
            course.orderIds(),
            reasons,
            advice));
  }

  private GenotypeConflict conflict(String gene) {
    return new GenotypeConflict(
        gene,
        Math.max(2, (int) different(gene)),
        grounds(
            "genotypes-disagree-" + gene.toLowerCase(Locale.ROOT),
            List.of(),
            List.of(),
            reports(gene),
            "Ask the laboratory within 3 days which " + gene + " report is the patient's."));
  }

  private long different(String gene) {
    return results.diplotypes().list(gene).stream()
        .map(each -> each.genotype().diplotype())
        .distinct()
        .count();
  }

  private List<Reason> reports(String gene) {
    return results.diplotypes().list(gene).stream().map(each -> report(gene, each)).toList();
  }

  private static Reason report(String gene, GenotypeState state) {
    String told =
        state
            .genotype()
            .diplotype()
            .or(() -> state.genotype().phenotype())
            .orElse("without diplotype");
    return Reason.told(
        "genotype",
        gene + " " + told,
        state.genotype().diplotype().orElse(""),
        "",
        state.reported(),
        state.messageId());
  }

  private static Grounds grounds(
      String hazard,
      List<String> ingredients,
      List<String> orderIds,
      List<Reason> reasons,
      String advice) {
    return new Grounds(
        hazard,
        ingredients,
        orderIds,
        Severity.MODERATE,
        reasons,
        Advice.of(advice),
        List.of(),
        false,
        Optional.empty());
  }
}
