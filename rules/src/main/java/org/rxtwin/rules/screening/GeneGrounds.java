package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.GenotypeState;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.GeneRecommendation;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.Grounds;

/**
 * What a finding about a drug and its genes is made of.
 *
 * @param scene the chart
 * @param results its genes
 * @param course the drug
 * @param telling the results the recommendation speaks of
 * @param inhibitors drugs that make CYP2D6 work less
 */
record GeneGrounds(
    Scene scene,
    GeneResults results,
    DrugCourse course,
    List<GenePhenotype> telling,
    List<DrugCourse> inhibitors) {
  Grounds of(GeneRecommendation row, Advice advice, Optional<LabReading> settling) {
    List<Reason> reasons = new ArrayList<>();
    telling.forEach(each -> reasons.add(genotype(each)));
    reasons.addAll(Wording.orders(scene, course));
    settling.ifPresent(each -> reasons.add(Wording.result(each)));
    List<DrugCourse> converting = converting();
    converting.forEach(
        each -> {
          reasons.addAll(Wording.orders(scene, each));
          reasons.add(Reason.of("knowledge", inhibits(each)));
        });
    List<String> ingredients = new ArrayList<>(List.of(course.ingredient()));
    List<String> orders = new ArrayList<>(course.orderIds());
    converting.stream()
        .limit(1)
        .forEach(
            each -> {
              ingredients.add(each.ingredient());
              orders.addAll(each.orderIds());
            });
    boolean exposure = row.gene().startsWith("CYP") && row.dosingChange();
    return new Grounds(
        hazard(row, settling),
        ingredients,
        orders,
        row.severity(),
        reasons,
        advice,
        List.of(Wording.evidence(row.provenance(), row.strength())),
        exposure,
        row.dosingChange() && course.certain()
            ? Optional.of(course.ingredient())
            : Optional.empty());
  }

  /** The inhibitors without which the result would be another. */
  private List<DrugCourse> converting() {
    boolean converted =
        telling.stream()
            .filter(each -> each.gene().equals("CYP2D6"))
            .anyMatch(
                each ->
                    !each.phenotype()
                        .equals(results.inherited(course.ingredient(), "CYP2D6").phenotype()));
    return converted ? inhibitors : List.of();
  }

  /**
   * One problem of two drugs is one episode, whether a gene or an interaction row tells it. An INR
   * in range ends the question of the gene; beside a level it stays a reason of the drug's episode.
   */
  private String hazard(GeneRecommendation row, Optional<LabReading> settling) {
    boolean ended = settling.filter(each -> each.analyte().id().equals("inr")).isPresent();
    Optional<Interaction> known =
        converting().stream()
            .limit(1)
            .flatMap(
                each ->
                    scene
                        .knowledge()
                        .interactions()
                        .between(course.ingredient(), each.ingredient())
                        .stream())
            .map(each -> each.interaction())
            .findFirst();
    if (known.isPresent()) {
      return known.get().kind() == Interaction.Kind.PHARMACOKINETIC
          ? course.ingredient() + "-effect"
          : known.get().id();
    }
    return row.dosingChange() && !ended && ModelledDrug.isModelled(course.ingredient())
        ? course.ingredient() + "-effect"
        : "gene-" + row.gene().toLowerCase(Locale.ROOT).replace('+', '-');
  }

  private String inhibits(DrugCourse inhibitor) {
    return scene.name(inhibitor.ingredient())
        + (inhibitor.running()
            ? " inhibits CYP2D6"
            : " is no longer given; it still inhibits CYP2D6");
  }

  private Reason genotype(GenePhenotype result) {
    GenotypeState state = results.last(result.gene());
    String diplotype = results.diplotypes().findDiplotype(result.gene()).orElse("");
    return Reason.told(
        "genotype",
        (result.gene() + " " + diplotype).strip()
            + ", "
            + result.phenotype()
            + " ("
            + result.reason()
            + ")",
        diplotype,
        "",
        state.reported(),
        state.messageId());
  }
}
