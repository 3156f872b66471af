package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.DoseCondition;
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

  /** A drug that ends within this of another's first dose makes place for it: a switch. */
  private static final Duration CHANGE_OVER = Duration.ofHours(6);

  private final Scene scene;
  private final Washout washout;
  private final List<Instant> gone = new ArrayList<>();

  private InteractionFacts(Scene scene) {
    this.scene = scene;
    this.washout = new Washout(scene.knowledge().interactions());
  }

  static List<InteractionFact> of(Scene scene) {
    return new InteractionFacts(scene).all();
  }

  private List<InteractionFact> all() {
    List<InteractionFact> facts = new ArrayList<>();
    List<DrugCourse> drugs = scene.drugs();
    for (int i = 0; i < drugs.size(); i++) {
      for (int j = i + 1; j < drugs.size(); j++) {
        facts.addAll(between(drugs.get(i), drugs.get(j)));
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
      if (OwnKind.judgesQt(row.interaction(), scene)) {
        continue;
      }
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
    if (washoutDays == 0 && row.tier() != Tier.HARD_STOP && changeOver(victim, perpetrator)) {
      return Optional.empty();
    }
    double stopped = perpetrator.ended().map(end -> scene.days(end, scene.at())).orElse(Double.NaN);
    if (!perpetrator.running() && stopped >= washoutDays) {
      return Optional.empty();
    }
    perpetrator.ended().map(end -> end.plusSeconds(seconds(washoutDays))).ifPresent(gone::add);
    return Optional.of(
        new InteractionFact(
            row.id(),
            scene.name(victim.ingredient()),
            scene.name(perpetrator.ingredient()),
            exposure(row) ? Harm.EXPOSURE : Harm.EFFECT,
            Direction.valueOf(row.direction().name()),
            acts(row, victim, perpetrator) ? Phase.RUNNING : Phase.WASHING_OUT,
            reach(row, victim, perpetrator),
            stopped,
            washoutDays,
            row.provenance().confirmed(),
            answered(row, victim).map(DoseCondition::tier).orElse(row.tier()),
            said(row, victim, perpetrator),
            grounds(row, victim, perpetrator, washoutDays)));
  }

  /** The row that says that the victim's dose already answers the interaction. */
  private Optional<DoseCondition> answered(Interaction row, DrugCourse victim) {
    return scene
        .knowledge()
        .interactions()
        .findDoseCondition(row.id(), victim.ingredient())
        .filter(each -> AnsweredDose.keeps(each, victim, scene));
  }

  /** Whether one of two drugs whose effects meet takes the place of the other. */
  private static boolean changeOver(DrugCourse one, DrugCourse other) {
    return one.yieldsTo(other, CHANGE_OVER) || other.yieldsTo(one, CHANGE_OVER);
  }

  /**
   * Whether the cause is at work on the victim as if it ran: a way back is there only for a victim
   * whose exposure was changed while both ran. One that starts into what is left of the cause, or
   * whose effect meets it, meets it still (rule 8).
   */
  private static boolean acts(Interaction row, DrugCourse victim, DrugCourse perpetrator) {
    return !exposure(row)
        || perpetrator.ended().map(end -> !victim.since().isBefore(end)).orElse(true);
  }

  /** What the row says of the pair in one line: which drug acts on which, and the harm it names. */
  private String said(Interaction row, DrugCourse victim, DrugCourse perpetrator) {
    String acts =
        scene.name(perpetrator.ingredient())
            + (perpetrator.running() ? "" : ", no longer given, still")
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
    Optional<DoseCondition> answered = answered(row, victim);
    answered.ifPresent(
        each ->
            reasons.add(
                Reason.of(
                    "dose", scene.name(victim.ingredient()) + " is already at " + each.said())));
    List<Evidence> evidence = new ArrayList<>(List.of(Wording.evidence(row.provenance())));
    answered.ifPresent(each -> evidence.add(Wording.evidence(each.provenance())));
    perpetrator
        .ended()
        .ifPresent(end -> reasons.add(lasting(perpetrator, end.plusSeconds(seconds(washoutDays)))));
    List<String> orders = new ArrayList<>(victim.orderIds());
    orders.addAll(perpetrator.orderIds());
    boolean asked = exposure(row) && victim.certain() && perpetrator.certain();
    return new Grounds(
        exposure(row) ? victim.ingredient() + "-effect" : OwnKind.hazard(row),
        List.of(victim.ingredient(), perpetrator.ingredient()),
        orders,
        row.severity(),
        reasons,
        acts(row, victim, perpetrator)
            ? Wording.advice(row.advice())
            : wayBack(row, victim, perpetrator, washoutDays),
        evidence,
        exposure(row),
        asked ? Optional.of(victim.ingredient()) : Optional.empty());
  }

  private Reason lasting(DrugCourse perpetrator, Instant gone) {
    return new Reason(
        "washout",
        scene.name(perpetrator.ingredient()) + " is no longer given; its effect lasts until then",
        "",
        "",
        Optional.of(gone),
        "");
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
    InteractionFacts make = new InteractionFacts(scene);
    make.all();
    return make.gone;
  }

  private static long seconds(double days) {
    return (long) Math.ceil(days * 24 * 3600);
  }
}
