package org.rxtwin.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was done for the patient and what the patient has: doses given, supplies, conditions. */
final class CareFold {
  private final Map<String, AdministrationState> administrations = new LinkedHashMap<>();
  private final Map<String, DispenseState> dispenses = new LinkedHashMap<>();
  private final Map<String, ConditionState> conditions = new LinkedHashMap<>();

  /** Takes the event if it is one of these. */
  boolean took(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.Administered given) {
      administrations.put(
          given.administration().administrationId(),
          new AdministrationState(given.administration(), stored.messageId()));
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
    return administrations.values().stream()
        .filter(each -> each.administration().outcome() != Administration.Outcome.WITHDRAWN)
        .sorted(Comparator.comparing(each -> each.administration().start().instant()))
        .toList();
  }

  List<DispenseState> dispenses() {
    return List.copyOf(dispenses.values());
  }

  /** Conditions that stand. */
  List<ConditionState> conditions() {
    return conditions.values().stream().filter(each -> each.condition().active()).toList();
  }
}
