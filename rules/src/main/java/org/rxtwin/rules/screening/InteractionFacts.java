package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.Interaction.Affected;
import org.rxtwin.knowledge.PairInteraction;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Direction;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Harm;
import org.rxtwin.rules.screening.fact.InteractionFact;
import org.rxtwin.rules.screening.fact.Phase;
import org.rxtwin.rules.screening.fact.Reach;

/**
 * Interaction rows that speak for two drugs of the chart, the perpetrator running or washing out.
 */
final class InteractionFacts {
  /** A longer tail of a mechanism is left to the reasons. */
  private static final int LONGEST_HARM = 50;

  private final Scene scene;
  private final Washout washout;

  private InteractionFacts(Scene scene) {
    this.scene = scene;
    this.washout = new Washout(scene.knowledge().interactions());
  }

  static List<InteractionFact> of(Scene scene) {
    InteractionFacts make = new InteractionFacts(scene);
    List<InteractionFact> facts = new ArrayList<>();
    List<DrugCourse> drugs = scene.drugs();
    for (int i = 0; i < drugs.size(); i++) {
      for (int j = i + 1; j < drugs.size(); j++) {
        facts.addAll(make.between(drugs.get(i), drugs.get(j)));
      }
    }
    return facts;
  }

  private List<InteractionFact> between(DrugCourse one, DrugCourse other) {
    List<InteractionFact> facts = new ArrayList<>();
    if (!one.running() && !other.running()) {
      return facts;
    }
    List<PairInteraction> rows =
        scene.knowledge().interactions().between(one.ingredient(), other.ingredient());
    for (PairInteraction row : rows) {
      boolean inOrder = row.ingredientA().equals(one.ingredient());
      DrugCourse first = inOrder ? one : other;
      DrugCourse second = inOrder ? other : one;
      boolean swap =
          row.interaction().affected() == Affected.B
              || (row.interaction().affected() == Affected.BOTH && !first.running());
      fact(row.interaction(), swap ? second : first, swap ? first : second).ifPresent(facts::add);
    }
    return facts;
  }

  private Optional<InteractionFact> fact(
      Interaction row, DrugCourse victim, DrugCourse perpetrator) {
    if (!victim.running()) {
      return Optional.empty();
    }
    double washoutDays = washout.days(row, victim.ingredient(), perpetrator.ingredient());
    double stopped = perpetrator.ended().map(end -> scene.days(end, scene.at())).orElse(Double.NaN);
    if (!perpetrator.running() && stopped >= washoutDays) {
      return Optional.empty();
    }
    return Optional.of(
        new InteractionFact(
            row.id(),
            scene.name(victim.ingredient()),
            scene.name(perpetrator.ingredient()),
            exposure(row) ? Harm.EXPOSURE : Harm.EFFECT,
            Direction.valueOf(row.direction().name()),
            perpetrator.running() ? Phase.RUNNING : Phase.WASHING_OUT,
            reach(row, victim, perpetrator),
            stopped,
            washoutDays,
            row.provenance().confirmed(),
            row.tier(),
            said(row, victim, perpetrator),
            grounds(row, victim, perpetrator, washoutDays)));
  }

  /** What the row says of the pair in one line: which drug acts on which, and the harm it names. */
  private String said(Interaction row, DrugCourse victim, DrugCourse perpetrator) {
    String acts =
        scene.name(perpetrator.ingredient())
            + (row.direction() == Interaction.Direction.UP ? " raises" : " lowers")
            + " the effect of "
            + scene.name(victim.ingredient());
    int harm = row.mechanism().lastIndexOf(": ");
    return harm < 0 || row.mechanism().length() - harm > LONGEST_HARM
        ? acts
        : acts + row.mechanism().substring(harm);
  }

  private static boolean exposure(Interaction row) {
    return row.kind() == Interaction.Kind.PHARMACOKINETIC;
  }

  private static Reach reach(Interaction row, DrugCourse victim, DrugCourse perpetrator) {
    boolean further = victim.reach().compareTo(perpetrator.reach()) < 0;
    return !row.systemicOnly() ? Reach.SYSTEMIC : further ? perpetrator.reach() : victim.reach();
  }

  private Grounds grounds(
      Interaction row, DrugCourse victim, DrugCourse perpetrator, double washoutDays) {
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, victim));
    reasons.addAll(Wording.orders(scene, perpetrator));
    reasons.add(Reason.of("knowledge", row.mechanism()));
    List<String> orders = new ArrayList<>(victim.orderIds());
    orders.addAll(perpetrator.orderIds());
    boolean asked = exposure(row) && victim.certain() && perpetrator.certain();
    return new Grounds(
        exposure(row) ? victim.ingredient() + "-effect" : row.id(),
        List.of(victim.ingredient(), perpetrator.ingredient()),
        orders,
        row.severity(),
        reasons,
        perpetrator.running()
            ? Wording.advice(row.advice())
            : wayBack(row, victim, perpetrator, washoutDays),
        List.of(Wording.evidence(row.provenance())),
        exposure(row),
        asked ? Optional.of(victim.ingredient()) : Optional.empty());
  }

  private Advice wayBack(
      Interaction row, DrugCourse victim, DrugCourse perpetrator, double washoutDays) {
    String days = Figures.rounded(washoutDays, 0);
    String text =
        "Bring "
            + scene.name(victim.ingredient())
            + " back towards its dose before "
            + scene.name(perpetrator.ingredient())
            + " in steps over the "
            + days
            + " days in which the effect wears off";
    String test =
        row.advice()
            .test()
            .map(each -> ". Measure " + each + " " + Wording.within(row.advice()))
            .orElse("");
    return new Advice(
        text + test + ".", row.advice().test(), Wording.hours(row.advice()), Optional.empty());
  }

  /** When effects that wash out now will have gone. */
  static List<Instant> washedOut(Scene scene) {
    return of(scene).stream()
        .filter(each -> each.phase() == Phase.WASHING_OUT)
        .map(each -> scene.at().plusSeconds(seconds(each.washoutDays() - each.daysStopped())))
        .toList();
  }

  private static long seconds(double days) {
    return (long) Math.ceil(days * 24 * 3600);
  }
}
