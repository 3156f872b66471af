package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * A measurement a drug asks for.
 *
 * @param beside where the need holds only while one of these runs too
 * @param occasion what makes it due
 * @param withinDays days after the occasion by which the result must be there
 * @param everyDays days between results afterwards
 * @param steadiness for a need after each result, what the last results must show for it
 */
public record MonitoringNeed(
    String id,
    DrugRef drug,
    Optional<DrugRef> beside,
    String analyte,
    Occasion occasion,
    double withinDays,
    OptionalDouble everyDays,
    Optional<Steadiness> steadiness,
    Severity severity,
    Tier tier,
    Provenance provenance)
    implements KnowledgeRow {
  /**
   * What makes a measurement due; BEFORE_START counts days back from the first dose. UNSTEADY
   * counts from the last result while the last results did not hold the range, SETTLING while they
   * did.
   */
  public enum Occasion {
    BEFORE_START,
    START,
    DOSE_CHANGE,
    ONGOING,
    UNSTEADY,
    SETTLING
  }

  /**
   * When a course is steady, and in which of its days the need holds.
   *
   * @param results so many of the last results
   * @param low must not lie below this
   * @param high nor above this, both in the analyte's unit
   * @param fromDay days since the start, included
   * @param toDay days since the start, not included; none without an end
   */
  public record Steadiness(
      int results, double low, double high, double fromDay, OptionalDouble toDay) {
    public Steadiness {
      Must.within("steady_results", results, 1, 10);
      Must.be(high > low, "steady_high", "more than steady_low (" + low + ")", high);
      Must.within("from_day", fromDay, 0, 4000);
      double from = fromDay;
      toDay.ifPresent(to -> Must.be(to > from, "to_day", "more than from_day (" + from + ")", to));
    }

    /** Whether the need holds in a course of so many days. */
    public boolean holdsOn(double day) {
      return day >= fromDay && day < toDay.orElse(Double.POSITIVE_INFINITY);
    }
  }

  public MonitoringNeed {
    Must.slug("need", id);
    Must.within("within_days", withinDays, 0, 400);
    everyDays.ifPresent(d -> Must.within("every_days", d, 0.1, 400));
    Must.be(
        steadiness.isPresent() == (occasion == Occasion.UNSTEADY || occasion == Occasion.SETTLING),
        "steady_results",
        "results and a range exactly where the occasion is unsteady or settling",
        occasion);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    List<Reference> all = new ArrayList<>(List.of(drug.in("drug")));
    beside.ifPresent(other -> all.add(other.in("beside")));
    all.add(new Reference("analyte", Reference.Kind.ANALYTE, analyte));
    return all;
  }
}
