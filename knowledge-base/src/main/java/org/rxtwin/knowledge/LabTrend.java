package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalDouble;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * A change of a result at which a drug becomes a question.
 *
 * @param direction which way the result moves
 * @param change PERCENT of the baseline, or ABSOLUTE in the analyte's unit
 * @param amount how much of it counts, this included; above zero
 * @param baseline which earlier result it is compared with
 * @param windowDays how old the baseline may be, in days before the result
 * @param fromDay days since the first dose from which the result counts, included
 * @param toDay days since the first dose up to which it counts, included; none without an end
 * @param beyond the result itself must also lie beyond this, in the analyte's unit
 * @param jurisdiction whose rule it is, {@code any} where places agree
 */
public record LabTrend(
    String id,
    DrugRef drug,
    String analyte,
    Direction direction,
    Change change,
    double amount,
    Baseline baseline,
    double windowDays,
    double fromDay,
    OptionalDouble toDay,
    OptionalDouble beyond,
    String jurisdiction,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** Which way a result moves. */
  public enum Direction {
    UP,
    DOWN
  }

  /** How a change is counted. */
  public enum Change {
    PERCENT,
    ABSOLUTE
  }

  /**
   * What a result is compared with: the last one before the first dose (or within a day after it,
   * where there is none), the lowest or highest within the window, or the one before it.
   */
  public enum Baseline {
    BEFORE_START,
    LOWEST,
    HIGHEST,
    LAST
  }

  public LabTrend {
    Must.slug("trend", id);
    Must.be(amount > 0, "amount", "a number above 0", amount);
    Must.be(
        !(direction == Direction.DOWN && change == Change.PERCENT && amount > 100),
        "amount",
        "at most 100 % of a fall",
        amount);
    Must.within("window_days", windowDays, 0.1, 400);
    Must.within("from_day", fromDay, 0, 4000);
    double from = fromDay;
    toDay.ifPresent(to -> Must.be(to > from, "to_day", "more than from_day (" + from + ")", to));
    Must.text("jurisdiction", jurisdiction);
  }

  /** Whether a result so many days after the first dose counts. */
  public boolean holdsOn(double day) {
    return day >= fromDay && day <= toDay.orElse(Double.POSITIVE_INFINITY);
  }

  /** How far a value has moved the row's way; below zero where it moved the other. */
  public double moved(double from, double to) {
    double way = direction == Direction.UP ? to - from : from - to;
    return change == Change.PERCENT ? 100 * way / from : way;
  }

  /** Whether a value moved so far, and lies where it matters. */
  public boolean broken(double from, double to) {
    boolean matters =
        beyond.isEmpty()
            || (direction == Direction.UP ? to >= beyond.getAsDouble() : to < beyond.getAsDouble());
    return matters && moved(from, to) >= amount - 1e-9;
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of(drug.in("drug"), new Reference("analyte", Reference.Kind.ANALYTE, analyte));
  }
}
