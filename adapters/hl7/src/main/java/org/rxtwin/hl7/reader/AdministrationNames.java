package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.segment.Fields;

/** Names the records of doses of one patient in a message, so that a correction finds its dose. */
final class AdministrationNames {
  private static final int GIVE_COUNTER = 1;
  private static final int DOSE_COUNTER = 2;

  private final Reading reading;

  /** How often each dose, and each correction of one, was told. */
  private final Map<String, Integer> told = new HashMap<>();

  AdministrationNames(Reading reading) {
    this.reading = reading;
  }

  String of(
      String order,
      Fields rxa,
      Coding drug,
      ClinicalTime start,
      RecordAction action,
      Troubles troubles) {
    return apart(id(order, rxa, drug, start, action), start, action, rxa, troubles);
  }

  /**
   * Order, counters and drug: two drugs of a mixture are often told under the same counters. Where
   * no hour tells doses apart a new one takes its message's number; vaccines do not, because their
   * whole history is sent again and again, and of one no two are given in a day.
   */
  private String id(
      String order, Fields rxa, Coding drug, ClinicalTime start, RecordAction action) {
    String name = drug.code().isEmpty() ? drug.text() : drug.code();
    String id =
        String.join(
            "|",
            order,
            rxa.text(GIVE_COUNTER),
            rxa.text(DOSE_COUNTER),
            name.toLowerCase(Locale.ROOT));
    boolean vaccine = reading.type() == AcceptedType.VACCINATION;
    boolean timeless = !start.hasTimeOfDay() && action == RecordAction.ADD && !vaccine;
    return timeless ? Administration.untimed(id, reading.header().controlId()) : id;
  }

  /**
   * Two doses of one message that neither counters nor start tell apart are two doses: none covers
   * the other. Corrections are counted by themselves, so that each finds its dose.
   */
  private String apart(
      String id, ClinicalTime start, RecordAction action, Fields rxa, Troubles troubles) {
    String key = id + "|" + start.instant() + "|" + (action == RecordAction.ADD);
    int times = told.merge(key, 1, Integer::sum);
    if (times == 1) {
      return id;
    }
    troubles.lacks(
        rxa, DOSE_COUNTER, "expected a counter for another dose of the same; both are kept");
    return id + "#" + times;
  }
}
