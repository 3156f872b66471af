package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.knowledge.NeededGeneTest;
import org.rxtwin.rules.question.Diplotypes;
import org.rxtwin.rules.screening.fact.GeneTestFact;
import org.rxtwin.rules.screening.fact.Grounds;

/** Drugs whose start asks for the result of a gene (rule 13). */
final class GeneTestFacts {
  /** What a laboratory writes when it has not measured. */
  private static final Pattern NOT_MEASURED =
      Pattern.compile("\\bnot (tested|done|performed|available)\\b|\\bpending\\b|\\bsent\\b");

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
        Reason.of("genotype", "no result of " + test.gene() + test.allele() + " on this chart"));
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
      return diplotypes.genes().contains(gene)
          || scene.chart().results().stream().anyMatch(each -> measures(gene, each.result()));
    }
    return diplotypes
        .findDiplotype(gene)
        .map(text -> scene.knowledge().genes().phenotype(gene, text).phenotype())
        .filter(status -> status.contains(test.allele() + " "))
        .isPresent();
  }

  private static boolean measures(String gene, LabResult result) {
    return result.value().filter(value -> !unmeasured(value)).isPresent()
        && result.analyte().stream()
            .map(each -> (each.text() + " " + each.code()).toUpperCase(Locale.ROOT))
            .anyMatch(
                words ->
                    words.contains(gene) || (gene.equals("DPYD") && OF_DPYD.matcher(words).find()));
  }

  private static boolean unmeasured(ResultValue value) {
    String words =
        value instanceof ResultValue.Text text
            ? text.text()
            : value instanceof ResultValue.Coded coded ? coded.coding().text() : "";
    return NOT_MEASURED.matcher(words.toLowerCase(Locale.ROOT)).find();
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
