package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.hl7.segment.Fields;

/** How final a result is, by OBX-11 (table 0085), else by OBR-25 (table 0123). */
final class ResultStatus {
  private static final int VALUE = 5;
  private static final int OBSERVATION_STATUS = 11;
  private static final int ORDER_STATUS = 25;

  private ResultStatus() {}

  /** Of what is not told or not known nothing final is made. */
  static Status of(ResultPart part, Fields obx, Reading reading, Troubles troubles) {
    if (part.txa().filter(txa -> ResultWithdrawal.cancels(txa, reading)).isPresent()) {
      return Status.WITHDRAWN;
    }
    boolean valued = !obx.whole(VALUE, 0).isEmpty();
    String code = obx.text(OBSERVATION_STATUS).toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      String order = part.obr().map(obr -> obr.text(ORDER_STATUS)).orElse("");
      Optional<Status> ofOrder = find(order.toUpperCase(Locale.ROOT), valued);
      if (ofOrder.isEmpty()) {
        troubles.lacks(obx, OBSERVATION_STATUS, "expected a result status; read as preliminary");
      }
      return ofOrder.orElse(Status.NOT_TOLD);
    }
    Optional<Status> status = find(code, valued);
    if (status.isEmpty()) {
      troubles.refuse(
          obx, OBSERVATION_STATUS, "expected a result status of table 0085; read as preliminary");
    }
    return status.orElse(Status.NOT_TOLD);
  }

  /** U makes final what was told before, and need not repeat it. */
  private static Optional<Status> find(String code, boolean valued) {
    return switch (code) {
      case "F", "V", "B" -> Optional.of(Status.FINAL);
      case "U" -> Optional.of(valued ? Status.FINAL : Status.CONFIRMED);
      case "C", "A" -> Optional.of(Status.CORRECTED);
      case "P", "R", "S", "I", "O" -> Optional.of(Status.PRELIMINARY);
      case "D", "W" -> Optional.of(Status.WITHDRAWN);
      case "X", "N" -> Optional.of(Status.NOT_OBTAINED);
      default -> Optional.empty();
    };
  }
}
