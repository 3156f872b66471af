package org.rxtwin.twin.model;

/**
 * How far a daily dose may be raised at once where its exposure runs ahead of it.
 *
 * @param aboveDaily up to this daily dose the rule says nothing
 * @param mostDaily beyond it, the most by which the daily dose in force may be raised
 */
public record RaiseRule(double aboveDaily, double mostDaily) {
  public RaiseRule {
    if (!(aboveDaily >= 0 && mostDaily > 0)) {
      throw new ModelProblem(
          "giving.most_raise",
          "expected above_daily of at least 0 and mg_daily above 0",
          "write {above_daily: 300, mg_daily: 30}");
    }
  }

  /** The highest daily dose that may follow one. */
  double highestAfter(double daily) {
    return Math.max(aboveDaily, daily + mostDaily);
  }
}
