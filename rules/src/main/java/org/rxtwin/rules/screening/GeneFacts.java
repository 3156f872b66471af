package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.GeneRecommendation;
import org.rxtwin.knowledge.RecommendedAct;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.GeneFact;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** Running drugs beside the genotypes that speak for them (rules 9, 13, 14). */
final class GeneFacts {
  /** An INR in this range on an unchanged dose shows that the dose fits the person. */
  private static final double SETTLED_LOW = 2.0;

  private static final double SETTLED_HIGH = 3.5;

  /** Warfarin needs so long to show what a dose does. */
  private static final Duration SETTLING = Duration.ofDays(5);

  /** A level drawn so long after the start shows what the dose does in this person. */
  private static final Duration LEVEL_SETTLING = Duration.ofDays(3);

  /** A drug taken so long is tolerated (rule 13). */
  private static final double LONG_TOLERATED = 90;

  private static final Comparator<Called> WORST_FIRST =
      Comparator.comparing((Called each) -> each.row().tier())
          .thenComparing(each -> each.row().severity())
          .thenComparing(each -> each.row().population())
          .thenComparing(each -> each.row().key())
          .thenComparing(each -> each.reading().inhibitors().size());

  private final Scene scene;
  private final GeneResults results;

  private GeneFacts(Scene scene) {
    this.scene = scene;
    this.results = new GeneResults(scene);
  }

  /** A recommendation and what called it up. */
  private record Called(GeneRecommendation row, GeneResults.Reading reading) {}

  static List<ScreeningFact> of(Scene scene) {
    GeneFacts make = new GeneFacts(scene);
    List<ScreeningFact> facts = new ArrayList<>();
    for (DrugCourse course : scene.running()) {
      if (course.systemic()) {
        make.called(course).forEach(each -> facts.add(make.fact(course, each)));
      }
    }
    return facts;
  }

  /** The worst recommendation of each gene, or set of genes, that asks for something. */
  private List<Called> called(DrugCourse course) {
    Map<String, Called> worst = new TreeMap<>();
    double days = scene.days(course.since(), scene.at());
    for (GeneResults.Reading reading : results.readings(course.ingredient())) {
      for (GeneRecommendation row :
          scene.knowledge().genes().listRecommendations(course.ingredient(), reading.results())) {
        if (row.advice().isPresent()
            && Populations.concerns(
                row.population(), days, LONG_TOLERATED, scene.chart().age(scene.at()))) {
          worst.merge(
              row.gene(),
              new Called(row, reading),
              (one, other) -> WORST_FIRST.compare(one, other) <= 0 ? one : other);
        }
      }
    }
    return List.copyOf(worst.values());
  }

  private GeneFact fact(DrugCourse course, Called called) {
    GeneRecommendation row = called.row();
    List<GenePhenotype> telling = row.telling(called.reading().results());
    Optional<LabReading> settling = settling(course, row);
    Advice advice =
        settling.isPresent()
            ? withoutTest(row.advice().orElseThrow())
            : Wording.advice(row.advice().orElseThrow());
    return new GeneFact(
        scene.name(course.ingredient()),
        telling.isEmpty() ? row.gene() : telling.get(0).gene(),
        phenotypes(telling),
        settling.isPresent(),
        scene.days(course.since(), scene.at()),
        row.dosingChange(),
        row.tier(),
        new GeneGrounds(scene, results, course, telling, called.reading().inhibitors())
            .of(row, advice, settling));
  }

  /** "Poor Metabolizer", of several genes "Poor Metabolizer and CYP2D6 Normal Metabolizer". */
  private static String phenotypes(List<GenePhenotype> telling) {
    String first = telling.stream().limit(1).map(GenePhenotype::phenotype).findFirst().orElse("");
    return telling.stream()
        .skip(1)
        .map(each -> " and " + each.gene() + " " + each.phenotype())
        .collect(Collectors.joining("", first, ""));
  }

  /**
   * The first result by which the dose already contains the gene (rule 9): an INR in range, or a
   * level of a drug whose gene only asks for another dose and whose twin is fitted to it.
   */
  private Optional<LabReading> settling(DrugCourse course, GeneRecommendation row) {
    if (vitaminK(course)) {
      return first(
          course,
          ModelledDrug.WARFARIN.levels(),
          SETTLING,
          each -> each.value() >= SETTLED_LOW && each.value() <= SETTLED_HIGH);
    }
    return row.dosingChange() && row.tier() == Tier.QUEUE
        ? ModelledDrug.find(course.ingredient())
            .flatMap(drug -> first(course, drug.levels(), LEVEL_SETTLING, each -> true))
        : Optional.empty();
  }

  private boolean vitaminK(DrugCourse course) {
    return scene
        .knowledge()
        .drugs()
        .listClassesOf(course.ingredient())
        .contains("vitamin-k-antagonists");
  }

  private Optional<LabReading> first(
      DrugCourse course, List<String> analytes, Duration settling, Predicate<LabReading> shows) {
    boolean atHome =
        course.orders().stream().anyMatch(each -> each.order().list() == ListKind.HOME);
    return analytes.stream()
        .flatMap(each -> scene.results().list(each).stream())
        .filter(LabReading::exact)
        .filter(shows)
        .filter(each -> atHome || !each.at().isBefore(course.since().plus(settling)))
        .min(Comparator.comparing(LabReading::at));
  }

  /** Where the measured effect already contains the gene, the row's test has been made. */
  private static Advice withoutTest(RecommendedAct row) {
    return Advice.of(Wording.advice(row).text());
  }
}
