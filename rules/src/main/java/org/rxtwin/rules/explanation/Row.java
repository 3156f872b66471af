package org.rxtwin.rules.explanation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * What earlier conditions have named. A name stands for a component of a fact and is read only
 * where it is compared, as the engine does: a figure nobody knows may be named, not compared.
 */
final class Row {
  static final Row EMPTY = new Row(Map.of());

  private final Map<String, Place> named;

  private record Place(ScreeningFact fact, String component) {}

  private Row(Map<String, Place> named) {
    this.named = named;
  }

  Row with(String variable, ScreeningFact fact, String component) {
    Map<String, Place> more = new LinkedHashMap<>(named);
    more.put(variable, new Place(fact, component));
    return new Row(more);
  }

  Object value(String variable) {
    Place place = named.get(variable);
    if (place == null) {
      throw new IllegalStateException(
          "expected a name that an earlier line gives, came "
              + variable
              + "\nMaybe the rule was not read by the rule reader.");
    }
    return Components.value(place.fact(), place.component());
  }
}
