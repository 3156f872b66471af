package org.rxtwin.chart;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of doses, each in its latest form. A new record of the same id and start replaces the
 * earlier one; the same id at another start is another dose, because many senders do not count. A
 * correction that moves the start finds its record while only one bears the id; where several do,
 * nobody can tell which is meant: it stands beside them without an amount, a deletion as not given,
 * and says so.
 */
final class AdministrationFold {
  private static final ReadProblem WHICH =
      new ReadProblem(
          "RXA",
          "RXA-3",
          "expected a correction to tell the start of the dose it corrects; several doses bear its"
              + " counters");

  private record Key(String id, Instant start) {}

  private final Map<Key, AdministrationState> doses = new LinkedHashMap<>();

  /** Takes the next record. */
  void take(Administration record, String messageId) {
    Key key = new Key(record.administrationId(), record.start().instant());
    Administration kept = record;
    if (record.correction() && !doses.containsKey(key)) {
      List<Key> meant = meant(key);
      if (meant.size() == 1) {
        doses.remove(meant.get(0));
      }
      kept = meant.size() > 1 ? record.doubted(WHICH) : record;
    }
    doses.put(key, new AdministrationState(kept, messageId));
  }

  /** Doses that a correction may mean: the only one of its start, else all. */
  private List<Key> meant(Key correction) {
    List<Key> all =
        doses.entrySet().stream()
            .filter(each -> stands(each.getValue()))
            .filter(each -> each.getValue().administration().answersTo(correction.id()))
            .map(Map.Entry::getKey)
            .toList();
    List<Key> sameStart =
        all.stream().filter(each -> each.start().equals(correction.start())).toList();
    return sameStart.size() == 1 ? sameStart : all;
  }

  /** Records that stand, oldest first. */
  List<AdministrationState> standing() {
    return doses.values().stream()
        .filter(AdministrationFold::stands)
        .sorted(
            Comparator.comparing(
                    (AdministrationState each) -> each.administration().start().instant())
                .thenComparing(each -> each.administration().administrationId()))
        .toList();
  }

  private static boolean stands(AdministrationState state) {
    return state.administration().outcome() != Administration.Outcome.WITHDRAWN;
  }
}
