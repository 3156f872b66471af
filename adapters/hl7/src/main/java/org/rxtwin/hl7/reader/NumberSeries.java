package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Of which series the numbers of a PID are. An MRG beside it that tells no type means the same, for
 * the record that ends was sent under PID in the same way before.
 */
final class NumberSeries {
  private static final String UNTOLD = "";

  private final Map<String, Set<String>> types = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  NumberSeries(List<PatientNumber> numbers) {
    for (PatientNumber each : numbers) {
      if (each.kind() == NumberKind.RECORD || each.kind() == NumberKind.UNTOLD) {
        Set<String> all = types.computeIfAbsent(each.authority(), authority -> new HashSet<>());
        all.add(each.type());
        if (each.plain()) {
          all.add(UNTOLD);
        }
        places.merge(each.authority(), each.place(), (one, other) -> one.isEmpty() ? one : other);
      }
    }
  }

  /**
   * The number with what it does not say itself; empty where the PID bears several series of that
   * authority, none of them the usual one.
   */
  Optional<PatientNumber> complete(PatientNumber number) {
    Set<String> told = types.getOrDefault(number.authority(), Set.of(UNTOLD));
    boolean same = number.type().isEmpty() || told.contains(number.type());
    String place = same && !number.named() ? places.getOrDefault(number.authority(), "") : "";
    if (!number.type().isEmpty() || told.contains(UNTOLD)) {
      return Optional.of(number.of(number.type(), place));
    }
    return told.size() == 1
        ? Optional.of(number.of(told.iterator().next(), place))
        : Optional.empty();
  }
}
