package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.hl7.segment.Fields;

/** Which result is meant: order or document, code, sub-id and sampling time. */
final class ResultNumber {
  private static final int ANALYTE = 3;
  private static final int SUB_ID = 4;
  private static final int SERVICE = 4;
  private static final int DOCUMENT_NUMBER = 12;

  private ResultNumber() {}

  /** The filler's number of the order, else the placer's; empty where none is told. */
  static String order(ResultPart part) {
    if (part.txa().isPresent()) {
      return document(part.txa().get(), DOCUMENT_NUMBER);
    }
    return part.obr()
        .map(obr -> either(OrderNumber.entity(obr, 3), OrderNumber.entity(obr, 2)))
        .filter(each -> !each.isEmpty())
        .or(
            () ->
                part.orc()
                    .map(orc -> either(OrderNumber.entity(orc, 3), OrderNumber.entity(orc, 2))))
        .orElse("");
  }

  /** The number of a document, as results of it begin with it. */
  static String document(Fields txa, int field) {
    String number = OrderNumber.entity(txa, field);
    return number.isEmpty() ? "" : "document:" + number;
  }

  /** What was ordered, which several orders under one number do not share. */
  static Optional<String> panel(ResultPart part) {
    return part.obr()
        .map(obr -> either(obr.text(SERVICE), obr.text(SERVICE, 2)))
        .filter(each -> !each.isEmpty());
  }

  /**
   * What a correction repeats. Where neither number nor time is told the message's own stand for
   * them, so that no later result covers it.
   */
  static String of(ResultPart part, Fields obx, Optional<ClinicalTime> sampled, Reading reading) {
    String code = either(obx.text(ANALYTE), obx.text(ANALYTE, 2));
    return of(part, code, obx.text(SUB_ID), sampled, reading);
  }

  static String of(
      ResultPart part, String code, String subId, Optional<ClinicalTime> sampled, Reading reading) {
    String order = order(part);
    Optional<ClinicalTime> when = order.isEmpty() ? Optional.of(reading.sampled(sampled)) : sampled;
    String time = when.map(each -> each.instant().toString()).orElse("");
    boolean nameless = order.isEmpty() && sampled.isEmpty();
    return String.join(
        "|", nameless ? "message:" + reading.header().controlId() : order, code, subId, time);
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
