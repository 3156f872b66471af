package org.rxtwin.app.command;

import java.util.List;
import org.rxtwin.hl7.reader.UnmappedCode;

/** One line of the report of what could not be mapped, without its count. */
record ReportRow(
    String application,
    String facility,
    String kind,
    String segment,
    String field,
    String reason,
    String system,
    String code,
    String text) {
  static ReportRow ofCode(UnmappedCode code, String kind, String reason) {
    return new ReportRow(
        code.application(),
        code.facility(),
        kind,
        code.segment(),
        code.field(),
        reason,
        code.system(),
        code.code(),
        code.text());
  }

  List<String> cells(int count) {
    return List.of(
        application,
        facility,
        kind,
        segment,
        field,
        reason,
        Integer.toString(count),
        system,
        code,
        text,
        "",
        "");
  }

  String sorted() {
    return String.join("\u0000", cells(0));
  }
}
