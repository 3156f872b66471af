package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was done for the patient and what the patient has: doses given, supplies, conditions. */
final class CareFold {
  /** What nobody repeated for so long begins anew when it is told again: the next pregnancy. */
  private static final Duration FORGOTTEN = Duration.ofDays(180);

  private final AdministrationFold administrations = new AdministrationFold();
  private final DispenseFold dispenses = new DispenseFold();
  private final Map<String, ConditionState> conditions = new LinkedHashMap<>();
  private final Map<String, Instant> lastTold = new HashMap<>();

  /** Takes the event if it is one of these. */
  boolean took(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.Administered given) {
      administrations.take(given.administration(), stored.messageId());
    } else if (event instanceof ChartEvent.Dispensed supplied) {
      dispenses.take(supplied.dispense(), stored.messageId());
    } else if (event instanceof ChartEvent.ConditionRecorded recorded) {
      recorded(recorded.condition(), stored);
    } else {
      return false;
    }
    return true;
  }

  private void recorded(Condition condition, StoredEvent stored) {
    ConditionState before = conditions.get(condition.key());
    Instant now = stored.occurredAt().instant();
    Instant last = Objects.requireNonNullElse(lastTold.put(condition.key(), now), now);
    boolean forgotten = last.plus(FORGOTTEN).isBefore(now);
    conditions.put(
        condition.key(),
        before != null && !forgotten && repeats(before.condition(), condition)
            ? new ConditionState(condition, before.at(), before.messageId())
            : new ConditionState(condition, stored.occurredAt(), stored.messageId()));
  }

  private static boolean repeats(Condition before, Condition now) {
    return before.active()
        && now.active()
        && (now.since().isEmpty() || now.since().equals(before.since()));
  }

  /** Records of doses that stand, oldest first. */
  List<AdministrationState> administrations() {
    return administrations.standing();
  }

  /** Supplies that stand, oldest first. */
  List<DispenseState> dispenses() {
    return dispenses.standing();
  }

  /** Conditions that stand. */
  List<ConditionState> conditions() {
    return standing(false);
  }

  /** What was done to the patient. */
  List<ConditionState> procedures() {
    return standing(true);
  }

  private List<ConditionState> standing(boolean procedures) {
    return conditions.values().stream()
        .filter(each -> each.condition().active())
        .filter(each -> each.condition().isProcedure() == procedures)
        .toList();
  }
}
