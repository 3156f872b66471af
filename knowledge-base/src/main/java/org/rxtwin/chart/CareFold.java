package org.rxtwin.chart;

import java.util.List;

/** What was done for the patient and what the patient has: doses given, supplies, conditions. */
final class CareFold {
  private final AdministrationFold administrations = new AdministrationFold();
  private final DispenseFold dispenses = new DispenseFold();
  private final ConditionFold conditions = new ConditionFold();

  /** Takes the event if it is one of these. */
  boolean took(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.Administered given) {
      administrations.take(given.administration(), stored.messageId());
    } else if (event instanceof ChartEvent.Dispensed supplied) {
      dispenses.take(supplied.dispense(), stored.messageId());
    } else if (event instanceof ChartEvent.ConditionRecorded recorded) {
      conditions.take(recorded.condition(), stored);
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
    return dispenses.standing();
  }

  /** Conditions that stand. */
  List<ConditionState> conditions() {
    return conditions.standing(false);
  }

  /** What was done to the patient. */
  List<ConditionState> procedures() {
    return conditions.standing(true);
  }
}
