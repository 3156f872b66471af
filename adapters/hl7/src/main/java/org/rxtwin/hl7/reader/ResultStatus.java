package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.hl7.segment.Fields;

/** How final a result is, by OBX-11 (table 0085), else by OBR-25 (table 0123). */
final class ResultStatus {
  private static final int OBSERVATION_STATUS = 11;
  private static final int ORDER_STATUS = 25;

  private ResultStatus() {}

  /** What is not told or not known counts as preliminary: nothing final is made of it. */
  static Status of(ResultPart part, Fields obx, Reading reading, Troubles troubles) {
    if (part.txa().filter(txa -> ResultWithdrawal.cancels(txa, reading)).isPresent()) {
      return Status.WITHDRAWN;
    }
    String code = obx.text(OBSERVATION_STATUS).toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      String order = part.obr().map(obr -> obr.text(ORDER_STATUS)).orElse("");
      Optional<Status> ofOrder = find(order.toUpperCase(Locale.ROOT));
      if (ofOrder.isEmpty()) {
        troubles.lacks(obx, OBSERVATION_STATUS, "expected a result status; read as preliminary");
      }
      return ofOrder.orElse(Status.PRELIMINARY);
    }
    Optional<Status> status = find(code);
    if (status.isEmpty()) {
      troubles.refuse(
          obx, OBSERVATION_STATUS, "expected a result status of table 0085; read as preliminary");
    }
    return status.orElse(Status.PRELIMINARY);
  }

  private static Optional<Status> find(String code) {
    return switch (code) {
      case "F", "U", "V", "B" -> Optional.of(Status.FINAL);
      case "C", "A" -> Optional.of(Status.CORRECTED);
      case "P", "R", "S", "I", "O" -> Optional.of(Status.PRELIMINARY);
      case "D", "W", "X", "N" -> Optional.of(Status.WITHDRAWN);
      default -> Optional.empty();
    };
  }
}
