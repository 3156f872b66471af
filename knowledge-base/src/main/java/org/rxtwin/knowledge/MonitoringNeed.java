package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalDouble;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * A measurement a drug asks for.
 *
 * @param occasion what makes it due
 * @param withinDays days after the occasion by which the result must be there
 * @param everyDays days between results afterwards
 */
public record MonitoringNeed(
    String id,
    DrugRef drug,
    String analyte,
    Occasion occasion,
    double withinDays,
    OptionalDouble everyDays,
    Severity severity,
    Tier tier,
    Provenance provenance)
    implements KnowledgeRow {
  /** What makes a measurement due; BEFORE_START counts days back from the first dose. */
  public enum Occasion {
    BEFORE_START,
    START,
    DOSE_CHANGE,
    ONGOING
  }

  public MonitoringNeed {
    Must.slug("need", id);
    Must.within("within_days", withinDays, 0, 400);
    everyDays.ifPresent(d -> Must.within("every_days", d, 0.1, 400));
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
