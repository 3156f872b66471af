package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.knowledge.ClearanceEffect;
import org.rxtwin.knowledge.EnzymeRole;
import org.rxtwin.knowledge.EnzymeRole.Role;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.InteractionTable;
import org.rxtwin.knowledge.PairInteraction;
import org.rxtwin.knowledge.RatioRange;

/**
 * What changes the clearance of a modelled drug: a measured effect on it, else the change of its
 * exposure that an interaction row tells, else its enzymes.
 */
final class Perpetrators {
  private static final double MILLIS_PER_DAY = 86_400_000.0;

  /** Days of wash-out where none is told: about five half-lives of most drugs. */
  private static final double UNTOLD = 7;

  private final InteractionTable table;
  private final ModelledDrug drug;
  private final Instant at;
  private final List<Level> levels;

  Perpetrators(InteractionTable table, ModelledDrug drug, Instant at, List<Level> levels) {
    this.table = table;
    this.drug = drug;
    this.at = at;
    this.levels = List.copyOf(levels);
  }

  /**
   * The changes one other drug makes that are at work or to come. One that has washed out is left
   * out unless a level was measured under it, which cannot be read without it.
   *
   * @param runs its runs, none empty
   */
  List<ClearanceChange> of(String ingredient, List<OrderRun> runs) {
    Optional<Span> last = Span.latest(runs);
    if (last.isEmpty()) {
      return List.of();
    }
    List<ClearanceChange> changes =
        table
            .findEffect(drug.ingredient(), drug.moiety(), ingredient, last.get().dailyMg())
            .map(row -> List.of(measured(row, last.get())))
            .or(() -> byExposure(ingredient, last.get()))
            .orElseGet(() -> byEnzyme(ingredient, last.get()));
    return changes.stream()
        .filter(each -> worksAt(each, at) || levels.stream().anyMatch(l -> worksAt(each, l.at())))
        .toList();
  }

  private boolean worksAt(ClearanceChange change, Instant when) {
    boolean begun = !when.isBefore(change.start()) || when.equals(at);
    return begun
        && change
            .stop()
            .map(stop -> Duration.between(stop, when).toMillis() / MILLIS_PER_DAY)
            .map(days -> days <= change.washoutDays())
            .orElse(true);
  }

  private ClearanceChange measured(ClearanceEffect row, Span span) {
    return new ClearanceChange(
        row.perpetrator(),
        row.clearanceRatio().value(),
        row.clearanceRatio().low(),
        row.clearanceRatio().high(),
        mainEnzyme(row.perpetrator()),
        span.start(),
        span.stop(),
        row.onsetDays(),
        row.washoutDays(),
        row.provenance().confirmed(),
        row.provenance().source());
  }

  /**
   * The inverse of a change of exposure, where the row speaks of the same form as the model. How
   * long it takes to come and go is what the perpetrator does to the drug's enzymes.
   */
  private Optional<List<ClearanceChange>> byExposure(String perpetrator, Span span) {
    if (!drug.moiety().equals(drug.ingredient())) {
      return Optional.empty();
    }
    return table.between(drug.ingredient(), perpetrator).stream()
        .filter(pair -> affects(pair, drug.ingredient()))
        .map(PairInteraction::interaction)
        .filter(row -> row.aucRatio().filter(ratio -> ratio.low() > 0).isPresent())
        .findFirst()
        .map(row -> List.of(inverse(perpetrator, row, row.aucRatio().orElseThrow(), span)));
  }

  private static boolean affects(PairInteraction pair, String ingredient) {
    Interaction.Affected affected = pair.interaction().affected();
    return affected == Interaction.Affected.BOTH
        || (affected == Interaction.Affected.A) == pair.ingredientA().equals(ingredient);
  }

  private ClearanceChange inverse(
      String perpetrator, Interaction row, RatioRange exposure, Span span) {
    List<EnzymeRole> roles =
        substrateOf().stream()
            .flatMap(each -> rolesAt(perpetrator, each.enzyme(), OptionalDouble.empty()).stream())
            .toList();
    return new ClearanceChange(
        perpetrator,
        1 / exposure.value(),
        1 / exposure.high(),
        1 / exposure.low(),
        mainEnzyme(perpetrator),
        span.start(),
        span.stop(),
        roles.stream().flatMapToDouble(each -> each.onsetDays().stream()).max().orElse(0),
        roles.stream().flatMapToDouble(each -> each.washoutDays().stream()).max().orElse(UNTOLD),
        row.provenance().confirmed(),
        row.provenance().source());
  }

  private String mainEnzyme(String perpetrator) {
    return substrateOf().stream()
        .filter(role -> !rolesAt(perpetrator, role.enzyme(), OptionalDouble.empty()).isEmpty())
        .max(Comparator.comparingDouble(role -> role.figure().value()))
        .map(EnzymeRole::enzyme)
        .orElse("");
  }

  private List<EnzymeRole> substrateOf() {
    return table.listRoles(drug.ingredient()).stream()
        .filter(role -> role.role() == Role.SUBSTRATE)
        .toList();
  }

  private List<EnzymeRole> rolesAt(String perpetrator, String enzyme, OptionalDouble dailyMg) {
    return table.listRoles(perpetrator).stream()
        .filter(role -> role.role().perpetrator() && role.enzyme().equals(enzyme))
        .filter(role -> dailyMg.isEmpty() || role.aboveDailyMg().orElse(0) <= dailyMg.getAsDouble())
        .toList();
  }

  private List<ClearanceChange> byEnzyme(String perpetrator, Span span) {
    List<ClearanceChange> changes = new ArrayList<>();
    for (EnzymeRole substrate : substrateOf()) {
      rolesAt(perpetrator, substrate.enzyme(), span.dailyMg()).stream()
          .max(Comparator.comparingDouble(role -> role.aboveDailyMg().orElse(0)))
          .map(role -> change(substrate, role, span))
          .ifPresent(changes::add);
    }
    return changes;
  }

  /** Clearance left when the share fm of it runs at the activity a: 1 - fm + fm a. */
  private ClearanceChange change(EnzymeRole substrate, EnzymeRole role, Span span) {
    double fm = substrate.figure().value();
    return new ClearanceChange(
        role.ingredient(),
        1 - fm + fm * role.figure().value(),
        1 - fm + fm * role.figure().low(),
        1 - fm + fm * role.figure().high(),
        substrate.enzyme(),
        span.start(),
        span.stop(),
        role.onsetDays().orElse(0),
        role.washoutDays().orElse(0),
        substrate.provenance().confirmed() && role.provenance().confirmed(),
        role.provenance().source());
  }

  /** The last stretch without a break, of however many orders and forms. */
  private record Span(Instant start, Optional<Instant> stop, OptionalDouble dailyMg) {
    static Optional<Span> latest(List<OrderRun> runs) {
      List<OrderRun> sorted =
          runs.stream().sorted(Comparator.comparing(OrderRun::from).reversed()).toList();
      if (sorted.isEmpty()) {
        return Optional.empty();
      }
      OrderRun last = sorted.get(0);
      Instant start = last.from();
      Optional<Instant> stop = stop(last);
      for (OrderRun run : sorted) {
        Instant before = start.minus(GAP);
        if (stop(run).map(before::isBefore).orElse(true)) {
          start = run.from();
          stop = stop.flatMap(end -> stop(run).map(other -> other.isAfter(end) ? other : end));
        }
      }
      return Optional.of(new Span(start, stop, daily(last)));
    }

    /** When a run gives no more of it; a single dose lasts a day at most. */
    private static Optional<Instant> stop(OrderRun run) {
      Optional<Instant> day =
          run.once() ? run.lasts().map(given -> given.plus(ONE_DOSE)) : run.to();
      return run.to().filter(end -> day.map(end::isBefore).orElse(true)).or(() -> day);
    }

    private static OptionalDouble daily(OrderRun run) {
      return run.order()
          .mostMilligramsPerDay()
          .map(OptionalDouble::of)
          .orElseGet(OptionalDouble::empty);
    }

    private static final Duration GAP = Duration.ofDays(2);
    private static final Duration ONE_DOSE = Duration.ofDays(1);
  }
}
