package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.rxtwin.knowledge.ExpectedEffect;
import org.rxtwin.rules.screening.fact.AllergyFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Reaction;
import org.rxtwin.rules.screening.fact.Relation;

/** Running drugs beside the allergies that may concern them (rule 11). */
final class AllergyFacts {
  private final Scene scene;
  private final AllergyTable table;
  private final Tolerance tolerance;

  private AllergyFacts(Scene scene) {
    this.scene = scene;
    this.table = scene.knowledge().allergies();
    this.tolerance = new Tolerance(scene);
  }

  static List<AllergyFact> of(Scene scene, OrderReading reading) {
    AllergyFacts make = new AllergyFacts(scene);
    List<AllergyFact> facts = new ArrayList<>();
    for (AllergyState allergy : scene.chart().allergies()) {
      ReadAllergy read = ReadAllergy.of(allergy, reading, make.table);
      Reaction reaction = make.reaction(read);
      for (DrugCourse course : scene.running()) {
        make.link(course.ingredient(), read, reaction)
            .map(link -> make.fact(course, read, link, reaction))
            .ifPresent(facts::add);
      }
    }
    return facts;
  }

  /** How a drug is tied to an allergy. */
  private record Link(Relation relation, Optional<AllergyGroup> group) {}

  /** What was recorded; what the drug does by its own action is no allergy. */
  private Reaction reaction(ReadAllergy read) {
    List<String> drugs =
        read.culprits().isEmpty()
            ? read.family().map(AllergyGroup::members).orElse(List.of())
            : read.culprits();
    List<String> expected =
        drugs.stream()
            .findFirst()
            .map(
                any ->
                    table.listExpectedEffects(any).stream()
                        .filter(row -> drugs.stream().allMatch(d -> expects(d, row)))
                        .flatMap(row -> row.words().stream())
                        .toList())
            .orElse(List.of());
    return Reactions.of(read.state().allergy(), expected);
  }

  private boolean expects(String drug, ExpectedEffect row) {
    return table.listExpectedEffects(drug).contains(row);
  }

  /** The nearest tie; the wider class counts after a severe delayed reaction only. */
  private Optional<Link> link(String drug, ReadAllergy read, Reaction reaction) {
    List<String> culprits = read.culprits();
    Optional<AllergyGroup> family = read.family();
    if (culprits.contains(drug)) {
      return Optional.of(new Link(Relation.SAME, Optional.empty()));
    }
    if (family.isPresent() && family.get().members().contains(drug)) {
      return Optional.of(new Link(Relation.FAMILY, family));
    }
    List<String> all = new ArrayList<>(culprits);
    family.ifPresent(each -> all.addAll(each.members()));
    return tie(drug, culprits, Kind.CLASS, Relation.FAMILY)
        .or(() -> tie(drug, all, Kind.SIDE_CHAIN, Relation.SIDE_CHAIN))
        .or(
            () ->
                reaction == Reaction.SEVERE_DELAYED
                    ? tie(drug, all, Kind.WIDER, Relation.WIDER)
                    : Optional.empty())
        .or(() -> tie(drug, all, Kind.NAMED, Relation.OTHER_CHAIN));
  }

  private Optional<Link> tie(String drug, List<String> culprits, Kind kind, Relation relation) {
    return shared(drug, culprits, kind).map(each -> new Link(relation, Optional.of(each)));
  }

  private Optional<AllergyGroup> shared(String drug, List<String> culprits, Kind kind) {
    return culprits.stream().flatMap(each -> table.shared(each, drug, kind).stream()).findFirst();
  }

  /** What was taken before a later reaction to the same drug shows nothing any more. */
  private Instant lastReaction(String ingredient, ReadAllergy read) {
    Instant own = happened(read.state()).instant();
    return scene.chart().allergies().stream()
        .map(each -> ReadAllergy.of(each, scene.reading(), table))
        .filter(each -> each.culprits().contains(ingredient))
        .map(each -> happened(each.state()).instant())
        .filter(each -> each.isAfter(own))
        .max(Comparator.naturalOrder())
        .orElse(own);
  }

  private AllergyFact fact(DrugCourse course, ReadAllergy read, Link link, Reaction reaction) {
    Optional<Reason> tolerated =
        tolerance.since(lastReaction(course.ingredient(), read), course.ingredient());
    return new AllergyFact(
        scene.name(course.ingredient()),
        read.words(),
        link.relation(),
        reaction,
        tolerated.isPresent(),
        course.reach(),
        new Grounds(
            "allergy",
            List.of(course.ingredient()),
            course.orderIds(),
            reaction == Reaction.BENIGN || reaction == Reaction.INTOLERANCE
                ? Severity.MODERATE
                : Severity.CONTRAINDICATED,
            reasons(course, read, link, tolerated),
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

  private List<Reason> reasons(
      DrugCourse course, ReadAllergy read, Link link, Optional<Reason> tolerated) {
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
    tolerated.ifPresent(reasons::add);
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
}
