package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure it is that a drug lengthens QT, by route and dose, as labels and regulators tell it.
 *
 * @param id slug
 * @param route the route it holds for; a row for the route itself beats one for any
 * @param category how sure it is
 * @param aboveDailyMg the row holds from more than this a day
 * @param washoutDays days after the last dose in which it still counts
 * @param alternative another drug for the same purpose that spares QT
 */
public record QtRisk(
    String id,
    String ingredient,
    RouteGroup route,
    Category category,
    OptionalDouble aboveDailyMg,
    double washoutDays,
    Optional<String> alternative,
    Provenance provenance)
    implements KnowledgeRow {
  /** How sure it is. */
  public enum Category {
    /** Torsades were seen, and a label or a regulator says so. */
    KNOWN,
    /** QT lengthens; torsades are rare or in doubt. */
    POSSIBLE,
    /** Only where something else is wrong, such as a low potassium. */
    CONDITIONAL
  }

  public QtRisk {
    Must.slug("risk", id);
    Must.within("washout_days", washoutDays, 0, 365);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredient("ingredient", ingredient);
  }
}
