package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue;

/**
 * Reads values that stand in the text of a document, beside the text itself. Each is preliminary
 * and has no sampling time: a document may repeat what was measured long before.
 */
final class DocumentReader {
  private static final String SAID =
      "read from a line of a document; when it was measured is not told";

  private final Reading reading;

  DocumentReader(Reading reading) {
    this.reading = reading;
  }

  /** Values in the lines of a document; none where the part is no document or is cancelled. */
  List<LabResult> values(ResultPart part, List<LabResult> lines) {
    if (part.txa().filter(txa -> !ResultWithdrawal.cancels(txa, reading)).isEmpty()) {
      return List.of();
    }
    List<String> text = new ArrayList<>();
    for (LabResult line : lines) {
      if (line.value().orElse(null) instanceof ResultValue.Text words) {
        text.add(words.text());
      }
    }
    return DocumentLines.in(String.join("\n", text), reading.profile().localUnits()).stream()
        .map(each -> result(part, each))
        .toList();
  }

  private LabResult result(ResultPart part, DocumentLines.Value found) {
    return new ResultDraft(
            List.of(found.analyte()),
            Status.PRELIMINARY,
            Optional.empty(),
            List.of(SAID),
            reading.messageTime(),
            ResultNumber.panel(part),
            Optional.empty(),
            Optional.empty(),
            part.origin())
        .with(
            ResultNumber.of(part, found.analyte().code(), "line", Optional.empty(), reading),
            Optional.of(found.number()),
            List.of());
  }
}
