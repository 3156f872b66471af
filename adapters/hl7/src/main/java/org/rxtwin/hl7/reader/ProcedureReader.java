package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.Codes;

/** Reads PR1: what was done to the patient, such as a transplantation or a dialysis. */
final class ProcedureReader {
  private static final int METHOD = 2;
  private static final int PROCEDURE = 3;
  private static final int WORDS = 4;
  private static final int DONE = 5;
  private static final int IDENTIFIER = 19;
  private static final int ACTION = 20;

  private final Reading reading;

  ProcedureReader(Reading reading) {
    this.reading = reading;
  }

  /** The procedure that a PR1 records, changes or takes off. */
  Optional<ChartEvent> read(Fields pr1, Troubles troubles) {
    List<Coding> codes = codes(pr1);
    if (codes.isEmpty()) {
      troubles.refuse(
          pr1, PROCEDURE, "expected a procedure in code or words; the line is not used");
      return Optional.empty();
    }
    String action = pr1.text(ACTION).toUpperCase(Locale.ROOT);
    if (!Set.of("", "A", "U", "D", "X").contains(action)) {
      troubles.refuse(pr1, ACTION, "expected A, U, D or X of table 0206; read as added");
    }
    Optional<ClinicalTime> done = reading.time(pr1, DONE, troubles);
    return Optional.of(
        new ChartEvent.ConditionRecorded(
            new Condition(
                key(pr1, codes, done),
                codes,
                !action.equals("D"),
                done,
                Optional.empty(),
                Optional.of(Condition.PROCEDURE))));
  }

  private List<Coding> codes(Fields pr1) {
    String method = CodeSystems.canonical(pr1.text(METHOD));
    List<Coding> codes = new ArrayList<>();
    for (Coding each : Codes.list(pr1, PROCEDURE, 0, reading.profile())) {
      boolean bare = each.system().isEmpty() && !each.code().isEmpty();
      codes.add(bare ? new Coding(each.code(), method, each.text()) : each);
    }
    String words = pr1.words(WORDS, 0, 1);
    if (!words.isEmpty() && codes.stream().noneMatch(each -> each.text().equals(words))) {
      codes.add(Coding.ofText(words));
    }
    return codes;
  }

  /** Its own number; else the same thing done at the same time is the same. */
  private static String key(Fields pr1, List<Coding> codes, Optional<ClinicalTime> done) {
    String number = OrderNumber.entity(pr1, IDENTIFIER);
    return number.isEmpty()
        ? "procedure:"
            + ConditionReader.key(codes)
            + done.map(each -> "|" + each.instant()).orElse("")
        : "procedure:" + number;
  }
}
