package org.rxtwin.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was done for the patient and what the patient has: doses given, supplies, conditions. */
final class CareFold {
  private final AdministrationFold administrations = new AdministrationFold();
  private final Map<String, DispenseState> dispenses = new LinkedHashMap<>();
  private final Map<String, ConditionState> conditions = new LinkedHashMap<>();

  /** Takes the event if it is one of these. */
  boolean took(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.Administered given) {
      administrations.take(given.administration(), stored.messageId());
    } else if (event instanceof ChartEvent.Dispensed supplied) {
      dispenses.put(
          supplied.dispense().dispenseId(),
          new DispenseState(supplied.dispense(), stored.messageId()));
    } else if (event instanceof ChartEvent.ConditionRecorded recorded) {
      conditions.put(
          recorded.condition().key(),
          new ConditionState(recorded.condition(), stored.occurredAt(), stored.messageId()));
    } else {
      return false;
    }
    return true;
  }

  /** Records of doses that stand, oldest first. */
  List<AdministrationState> administrations() {
    return administrations.standing();
  }

  /** Supplies that stand, oldest first. */
  List<DispenseState> dispenses() {
    return dispenses.values().stream()
        .filter(each -> !each.dispense().withdrawn())
        .sorted(
            Comparator.comparing((DispenseState each) -> each.dispense().at().instant())
                .thenComparing(each -> each.dispense().dispenseId()))
        .toList();
  }

  /** Conditions that stand. */
  List<ConditionState> conditions() {
    return conditions.values().stream().filter(each -> each.condition().active()).toList();
  }
}
