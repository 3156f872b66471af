package org.rxtwin.chart;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  private final Map<String, TreeMap<Instant, AdministrationState>> byId = new LinkedHashMap<>();

  /** Takes the next record. */
  void take(Administration record, String messageId) {
    TreeMap<Instant, AdministrationState> doses =
        byId.computeIfAbsent(record.administrationId(), id -> new TreeMap<>());
    Instant start = record.start().instant();
    boolean moved = record.correction() && !doses.containsKey(start);
    long standing = doses.values().stream().filter(AdministrationFold::stands).count();
    if (moved && standing == 1) {
      doses.values().removeIf(AdministrationFold::stands);
    }
    Administration kept = moved && standing > 1 ? record.doubted(WHICH) : record;
    doses.put(start, new AdministrationState(kept, messageId));
  }

  /** Records that stand, oldest first. */
  List<AdministrationState> standing() {
    return byId.values().stream()
        .flatMap(each -> each.values().stream())
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
