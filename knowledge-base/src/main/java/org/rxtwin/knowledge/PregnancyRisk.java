package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalDouble;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What a drug asks for in one state of pregnancy.
 *
 * @param id slug
 * @param drug ingredient or class
 * @param state in which state
 * @param fromWeek completed weeks since the last period from which it holds
 * @param toWeek week before which it holds
 * @param aboveDailyMg the row holds from more than this a day
 */
public record PregnancyRisk(
    String id,
    DrugRef drug,
    State state,
    double fromWeek,
    double toWeek,
    OptionalDouble aboveDailyMg,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** The week in which no pregnancy is any more: a row to this week has no end. */
  public static final double TERM = 45;

  /** What is known of the patient. */
  public enum State {
    PREGNANT,
    /** Nothing rules it out. */
    COULD_BE,
    /** A recent test, or a pregnancy that has just ended. */
    EXCLUDED
  }

  public PregnancyRisk {
    Must.slug("risk", id);
    Must.within("from_week", fromWeek, 0, TERM);
    Must.be(
        toWeek > fromWeek && toWeek <= TERM, "to_week", "more than from_week, at most 45", toWeek);
    Must.be(
        state == State.PREGNANT || (fromWeek == 0 && toWeek == TERM),
        "from_week",
        "0 to 45 where nobody is pregnant",
        fromWeek);
  }

  /** Whether it holds for all of a pregnancy. */
  public boolean always() {
    return fromWeek == 0 && toWeek == TERM;
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of(drug.in("drug"));
  }
}
