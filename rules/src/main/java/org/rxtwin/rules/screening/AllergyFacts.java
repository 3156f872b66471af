package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.AllergyState;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.knowledge.AllergyGroup;
import org.rxtwin.knowledge.AllergyGroup.Kind;
import org.rxtwin.knowledge.AllergyTable;
import org.rxtwin.rules.screening.fact.AllergyFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Reaction;
import org.rxtwin.rules.screening.fact.Relation;

/** Running drugs beside the allergies that may concern them (rule 11). */
final class AllergyFacts {
  /** An earlier order shows tolerance only when it ran at least so long. */
  private static final Duration TRIED = Duration.ofDays(3);

  private final Scene scene;
  private final AllergyTable table;

  private AllergyFacts(Scene scene) {
    this.scene = scene;
    this.table = scene.knowledge().allergies();
  }

  static List<AllergyFact> of(Scene scene, OrderReading reading) {
    AllergyFacts make = new AllergyFacts(scene);
    List<AllergyFact> facts = new ArrayList<>();
    for (AllergyState allergy : scene.chart().allergies()) {
      ReadAllergy read = ReadAllergy.of(allergy, reading, make.table);
      for (DrugCourse course : scene.running()) {
        make.link(course.ingredient(), read.culprits(), read.family())
            .map(link -> make.fact(course, read, link))
            .ifPresent(facts::add);
      }
    }
    return facts;
  }

  /** How a drug is tied to an allergy. */
  private record Link(Relation relation, Optional<AllergyGroup> group) {}

  private Optional<Link> link(String drug, List<String> culprits, Optional<AllergyGroup> family) {
    if (culprits.contains(drug)) {
      return Optional.of(new Link(Relation.SAME, Optional.empty()));
    }
    if (family.isPresent() && family.get().members().contains(drug)) {
      return Optional.of(new Link(Relation.FAMILY, family));
    }
    List<String> all = new ArrayList<>(culprits);
    family.ifPresent(each -> all.addAll(each.members()));
    return shared(drug, culprits, Kind.CLASS)
        .map(each -> new Link(Relation.FAMILY, Optional.of(each)))
        .or(
            () ->
                shared(drug, all, Kind.SIDE_CHAIN)
                    .map(each -> new Link(Relation.SIDE_CHAIN, Optional.of(each))));
  }

  private Optional<AllergyGroup> shared(String drug, List<String> culprits, Kind kind) {
    return culprits.stream().flatMap(each -> table.shared(each, drug, kind).stream()).findFirst();
  }

  private AllergyFact fact(DrugCourse course, ReadAllergy read, Link link) {
    AllergyState state = read.state();
    Reaction reaction = Reactions.of(state.allergy());
    return new AllergyFact(
        scene.name(course.ingredient()),
        read.words(),
        link.relation(),
        reaction,
        tolerated(course, state),
        course.reach(),
        new Grounds(
            "allergy",
            List.of(course.ingredient()),
            course.orderIds(),
            reaction == Reaction.BENIGN || reaction == Reaction.INTOLERANCE
                ? Severity.MODERATE
                : Severity.CONTRAINDICATED,
            reasons(course, read, link),
            advice(course),
            List.of(evidence(link)),
            false,
            Optional.empty()));
  }

  private Advice advice(DrugCourse course) {
    String name = scene.name(course.ingredient());
    return new Advice(
        "Hold "
            + name
            + " before the next dose and ask the prescriber for a drug of another family;"
            + " confirm reaction and date with the patient within 12 hours.",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private List<Reason> reasons(DrugCourse course, ReadAllergy read, Link link) {
    AllergyState state = read.state();
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, course));
    String reaction = String.join(", ", state.allergy().reactions());
    reasons.add(
        Reason.told(
            "allergy",
            read.words() + ": " + (reaction.isEmpty() ? "reaction not recorded" : reaction),
            reaction,
            "",
            happened(state),
            state.messageId()));
    read.doubt()
        .ifPresent(
            each ->
                reasons.add(
                    Reason.of(
                        "allergy",
                        "the name of the allergen is not certain; it was screened as "
                            + Wording.names(scene, read.culprits()))));
    link.group()
        .ifPresent(
            each ->
                reasons.add(
                    Reason.of("knowledge", each.name().toLowerCase(Locale.ROOT) + " in common")));
    return reasons;
  }

  private static Evidence evidence(Link link) {
    return link.group()
        .map(each -> Wording.evidence(each.provenance()))
        .orElseGet(() -> new Evidence("the patient's allergy list", "", 0, "", true));
  }

  private static ClinicalTime happened(AllergyState state) {
    return state.allergy().identifiedOn().orElse(state.recorded());
  }

  private boolean tolerated(DrugCourse course, AllergyState state) {
    Instant reaction = happened(state).instant();
    return scene.orders().stream()
        .filter(each -> each.doubt().isEmpty() && each.ingredients().contains(course.ingredient()))
        .filter(each -> each.started().isAfter(reaction))
        .filter(each -> each.end().map(end -> !end.isAfter(scene.at())).orElse(false))
        .anyMatch(each -> !each.started().plus(TRIED).isAfter(each.end().orElse(Instant.MIN)));
  }
}
