package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.ResultState;
import org.rxtwin.knowledge.NeededGeneTest;
import org.rxtwin.rules.question.Diplotypes;
import org.rxtwin.rules.screening.fact.GeneTestFact;
import org.rxtwin.rules.screening.fact.Grounds;

/** Drugs whose start asks for the result of a gene (rule 13). */
final class GeneTestFacts {
  /** What measures the product of a gene in place of the gene. */
  private static final Pattern OF_DPYD = Pattern.compile("\\bDPD\\b|URACIL|DIHYDROPYRIMIDINE");

  private final Scene scene;
  private final Diplotypes diplotypes;

  private GeneTestFacts(Scene scene) {
    this.scene = scene;
    this.diplotypes = Diplotypes.of(scene.chart());
  }

  static List<GeneTestFact> of(Scene scene) {
    GeneTestFacts make = new GeneTestFacts(scene);
    List<GeneTestFact> facts = new ArrayList<>();
    for (DrugCourse course : scene.running()) {
      if (course.systemic() && !startUnknown(course)) {
        scene.knowledge().genes().listTests(course.ingredient()).stream()
            .map(test -> make.fact(course, test))
            .forEach(facts::add);
      }
    }
    return facts;
  }

  /** A drug brought from home without a start was taken before anybody here knew of it. */
  private static boolean startUnknown(DrugCourse course) {
    return course.orders().stream()
        .anyMatch(each -> each.order().list() == ListKind.HOME && each.order().start().isEmpty());
  }

  private GeneTestFact fact(DrugCourse course, NeededGeneTest test) {
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, course));
    reasons.add(
        Reason.of("genotype", "no genotype of " + test.gene() + test.allele() + " on this chart"));
    if (test.allele().isEmpty()) {
      reasons.addAll(unjudged(test.gene()));
    }
    return new GeneTestFact(
        scene.name(course.ingredient()),
        test.gene() + test.allele(),
        known(test),
        advised(test),
        scene.days(course.since(), scene.at()),
        test.newForDays(),
        test.tier(),
        new Grounds(
            "gene-test",
            List.of(course.ingredient()),
            course.orderIds(),
            test.severity(),
            reasons,
            Wording.advice(test.advice()),
            List.of(Wording.evidence(test.provenance())),
            false,
            Optional.empty()));
  }

  /** A dispute or another person's gene is no result. */
  private boolean known(NeededGeneTest test) {
    String gene = test.gene();
    if (diplotypes.disputed().contains(gene) || diplotypes.doubt(gene).isPresent()) {
      return false;
    }
    if (test.allele().isEmpty()) {
      return diplotypes.genes().contains(gene);
    }
    return diplotypes
        .findDiplotype(gene)
        .map(text -> scene.knowledge().genes().phenotype(gene, text).phenotype())
        .filter(status -> status.contains(test.allele() + " "))
        .isPresent();
  }

  /**
   * Results that speak of the gene and are no genotype: an enzyme's activity, a metabolite, a
   * report that could not be read. They have no limits here, so that none of them is an answer.
   */
  private List<Reason> unjudged(String gene) {
    return scene.chart().results().stream()
        .map(ResultState::result)
        .filter(each -> each.value().isPresent() && speaksOf(gene, each))
        .map(LabResult::analyte)
        .map(each -> each.stream().map(Coding::text).filter(t -> !t.isBlank()).findFirst())
        .map(each -> each.orElse(gene))
        .distinct()
        .map(
            name ->
                Reason.of(
                    "result",
                    "a result named "
                        + name
                        + " is on this chart and was not judged here: judge it by hand"))
        .toList();
  }

  private static boolean speaksOf(String gene, LabResult result) {
    return result.analyte().stream()
        .map(each -> (each.text() + " " + each.code()).toUpperCase(Locale.ROOT))
        .anyMatch(
            words ->
                words.contains(gene) || (gene.equals("DPYD") && OF_DPYD.matcher(words).find()));
  }

  /** Where a test is for some ancestries, the one on the chart must be among them. */
  private boolean advised(NeededGeneTest test) {
    String race = scene.chart().race().orElse("").strip().toLowerCase(Locale.ROOT);
    return test.ancestry().isEmpty()
        || (!race.isEmpty()
            && test.ancestry().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each -> Pattern.compile("\\b" + each + "\\b").matcher(race).find()));
  }
}
