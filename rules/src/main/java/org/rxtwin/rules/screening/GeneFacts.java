package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.GenotypeState;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.GeneRecommendation;
import org.rxtwin.knowledge.RecommendedAct;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.Diplotypes;
import org.rxtwin.rules.screening.fact.GeneFact;
import org.rxtwin.rules.screening.fact.GenotypeConflict;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** Running drugs beside the genotypes that speak for them (rules 9, 13, 14). */
final class GeneFacts {
  /** An INR in this range on an unchanged dose shows that the dose fits the person. */
  private static final double SETTLED_LOW = 2.0;

  private static final double SETTLED_HIGH = 3.5;

  /** Warfarin needs so long to show what a dose does. */
  private static final Duration SETTLING = Duration.ofDays(5);

  private final Scene scene;

  private GeneFacts(Scene scene) {
    this.scene = scene;
  }

  static List<ScreeningFact> of(Scene scene) {
    GeneFacts make = new GeneFacts(scene);
    Diplotypes diplotypes = Diplotypes.of(scene.chart());
    List<ScreeningFact> facts = new ArrayList<>();
    diplotypes.disputed().forEach(gene -> facts.add(make.conflict(gene)));
    Map<String, GenotypeState> usable = new TreeMap<>();
    for (GenotypeState each : scene.chart().genotypes()) {
      String gene = each.genotype().gene();
      if (!diplotypes.disputed().contains(gene)) {
        usable.put(gene, each);
      }
    }
    for (DrugCourse course : scene.running()) {
      usable.values().forEach(each -> make.fact(course, each).ifPresent(facts::add));
    }
    return facts;
  }

  private Optional<GeneFact> fact(DrugCourse course, GenotypeState state) {
    String gene = state.genotype().gene();
    Optional<GenePhenotype> result = phenotype(course.ingredient(), state);
    if (result.isEmpty() || !course.systemic()) {
      return Optional.empty();
    }
    return scene.knowledge().genes().listRecommendations(course.ingredient(), result.get()).stream()
        .min(
            Comparator.comparing(GeneRecommendation::tier)
                .thenComparing(GeneRecommendation::severity)
                .thenComparing(GeneRecommendation::population))
        .map(
            row ->
                new GeneFact(
                    scene.name(course.ingredient()),
                    gene,
                    result.get().phenotype(),
                    settled(course),
                    scene.days(course.since(), scene.at()),
                    row.dosingChange(),
                    row.tier(),
                    grounds(course, state, result.get(), row)));
  }

  private Optional<GenePhenotype> phenotype(String drug, GenotypeState state) {
    String gene = state.genotype().gene();
    List<String> beside =
        scene.running().stream().filter(DrugCourse::systemic).map(DrugCourse::ingredient).toList();
    Optional<GenePhenotype> read =
        state
            .genotype()
            .diplotype()
            .map(each -> scene.knowledge().genes().phenotypeFor(drug, gene, each, beside))
            .filter(GenePhenotype::determined);
    return read.or(
        () ->
            state
                .genotype()
                .phenotype()
                .map(
                    each ->
                        new GenePhenotype(
                            gene, "", each, OptionalDouble.empty(), "as the laboratory reported")));
  }

  /** Whether the course has shown an effect in range on a dose unchanged long enough. */
  private boolean settled(DrugCourse course) {
    return settling(course).isPresent();
  }

  /** The first such result. */
  private Optional<LabReading> settling(DrugCourse course) {
    boolean warfarinLike =
        scene
            .knowledge()
            .drugs()
            .listClassesOf(course.ingredient())
            .contains("vitamin-k-antagonists");
    boolean atHome =
        course.orders().stream().anyMatch(each -> each.order().list() == ListKind.HOME);
    return !warfarinLike
        ? Optional.empty()
        : scene.results().list("inr").stream()
            .filter(LabReading::exact)
            .filter(each -> each.value() >= SETTLED_LOW && each.value() <= SETTLED_HIGH)
            .filter(each -> atHome || !each.at().isBefore(course.since().plus(SETTLING)))
            .findFirst();
  }

  private Grounds grounds(
      DrugCourse course, GenotypeState state, GenePhenotype result, GeneRecommendation row) {
    List<Reason> reasons = new ArrayList<>();
    String gene = state.genotype().gene();
    String diplotype = state.genotype().diplotype().orElse("");
    reasons.add(
        Reason.told(
            "genotype",
            gene + " " + diplotype + ", " + result.phenotype() + " (" + result.reason() + ")",
            diplotype,
            "",
            state.reported(),
            state.messageId()));
    reasons.addAll(Wording.orders(scene, course));
    settling(course).ifPresent(each -> reasons.add(Wording.result(each)));
    boolean exposure = gene.startsWith("CYP") && row.dosingChange();
    return new Grounds(
        "gene-" + gene.toLowerCase(java.util.Locale.ROOT),
        List.of(course.ingredient()),
        course.orderIds(),
        row.severity(),
        reasons,
        settled(course) ? withoutTest(row.advice()) : Wording.advice(row.advice()),
        List.of(Wording.evidence(row.provenance(), row.strength())),
        exposure,
        row.dosingChange() && course.certain()
            ? Optional.of(course.ingredient())
            : Optional.empty());
  }

  /** Where the measured effect already contains the gene, the row's test has been made. */
  private static Advice withoutTest(RecommendedAct row) {
    return Advice.of(Wording.advice(row).text());
  }

  private GenotypeConflict conflict(String gene) {
    List<GenotypeState> states =
        scene.chart().genotypes().stream().filter(e -> e.genotype().gene().equals(gene)).toList();
    List<Reason> reasons =
        states.stream()
            .map(
                each ->
                    Reason.told(
                        "genotype",
                        gene + " " + each.genotype().diplotype().orElse("without diplotype"),
                        each.genotype().diplotype().orElse(""),
                        "",
                        each.reported(),
                        each.messageId()))
            .toList();
    return new GenotypeConflict(
        gene,
        (int) states.stream().map(e -> e.genotype().diplotype()).distinct().count(),
        new Grounds(
            "genotypes-disagree-" + gene.toLowerCase(java.util.Locale.ROOT),
            List.of(),
            List.of(),
            Severity.MODERATE,
            reasons,
            Advice.of(
                "Ask the laboratory within 3 days which " + gene + " report is the patient's."),
            List.of(),
            false,
            Optional.empty()));
  }
}
