package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.segment.Fields;

/**
 * Finds out that all results of an order, or of a document, are taken back: an order status of
 * table 0123 that says there are none, a document that is cancelled, edited or replaced.
 */
final class ResultWithdrawal {
  private static final int STATUS = 25;
  private static final int DOCUMENT_NUMBER = 12;
  private static final int PARENT_DOCUMENT = 13;
  private static final int AVAILABILITY = 19;
  private static final Set<String> NONE = Set.of("X", "D", "W");

  private ResultWithdrawal() {}

  /** The withdrawal; empty where results stand beside it, for then one of the two is wrong. */
  static Optional<ChartEvent> find(ResultPart part, Reading reading, Troubles troubles) {
    if (part.txa().isPresent()) {
      return document(part.txa().get(), reading)
          .map(number -> event(part, number, Optional.empty(), reading));
    }
    Optional<Fields> obr = part.obr().filter(ResultWithdrawal::withdrawn);
    if (obr.isEmpty()) {
      return Optional.empty();
    }
    String order = ResultNumber.order(part);
    boolean told = part.observations().stream().anyMatch(each -> stands(each.obx()));
    if (told || order.isEmpty()) {
      troubles.refuse(
          obr.get(),
          STATUS,
          told
              ? "expected results or that there are none, came both; the results are kept"
              : "expected the number of the order whose results are taken back; none is");
      return Optional.empty();
    }
    Optional<ClinicalTime> sampled = new SpecimenReader(reading).sampledAt(part, troubles);
    return Optional.of(event(part, order, sampled, reading));
  }

  private static ChartEvent event(
      ResultPart part, String order, Optional<ClinicalTime> sampled, Reading reading) {
    return new ChartEvent.ResultsWithdrawn(
        order,
        ResultNumber.panel(part),
        reading.messageTime(),
        sampled,
        Optional.of(part.origin()));
  }

  private static boolean withdrawn(Fields obr) {
    return NONE.contains(obr.text(STATUS).toUpperCase(Locale.ROOT));
  }

  private static boolean stands(Fields obx) {
    return Set.of("F", "C", "P", "A", "R", "U", "V", "B", "S")
        .contains(obx.text(11).toUpperCase(Locale.ROOT));
  }

  /** Whether a document's lines are taken back by the same message. */
  static boolean cancels(Fields txa, Reading reading) {
    return reading.type() == AcceptedType.DOCUMENT_CANCEL
        || Set.of("CA", "OB").contains(txa.text(AVAILABILITY).toUpperCase(Locale.ROOT));
  }

  private static Optional<String> document(Fields txa, Reading reading) {
    boolean edited = reading.type() == AcceptedType.DOCUMENT_EDIT || cancels(txa, reading);
    boolean replaces = reading.type() == AcceptedType.DOCUMENT_REPLACEMENT;
    String number =
        ResultNumber.document(txa, replaces && !edited ? PARENT_DOCUMENT : DOCUMENT_NUMBER);
    return (edited || replaces) && !number.isEmpty() ? Optional.of(number) : Optional.empty();
  }
}
