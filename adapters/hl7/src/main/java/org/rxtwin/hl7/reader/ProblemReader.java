package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * Reads PRB, a line of the problem list. A problem that was refuted, entered in error or is over is
 * no condition of the patient; one that is only suspected counts.
 */
final class ProblemReader {
  private static final int ACTION = 1;
  private static final int WRITTEN = 2;
  private static final int PROBLEM = 3;
  private static final int INSTANCE = 4;
  private static final int ESTABLISHED = 7;
  private static final int RESOLVED = 9;
  private static final int CONFIRMATION = 13;
  private static final int LIFE_CYCLE = 14;
  private static final int ONSET = 16;

  /** HL7 table 0287. */
  private static final Set<String> ACTIONS = Set.of("", "AD", "CO", "DE", "LI", "UC", "UN", "UP");

  /** Words, and of SNOMED CT: known absent, definitely not present, refuted. */
  private static final Pattern NOT_SO =
      Pattern.compile(
          "410516002|410594000|723511001|refuted|negated|absent|known absent|not present|ruled out|excluded|disproved|deleted"
              + "|(entered|recorded) in error|error|erroneous");

  private static final Pattern OVER =
      Pattern.compile("inactive|resolved|in remission|remission|closed|completed|cured");

  private final Reading reading;

  ProblemReader(Reading reading) {
    this.reading = reading;
  }

  /** When a problem was written down: PRB-2, else when the message says. */
  ClinicalTime happened(Fields prb, ClinicalTime message) {
    return reading
        .time(prb, WRITTEN, reading.troubles())
        .filter(ClinicalTime::hasTimeOfDay)
        .orElse(message);
  }

  /** The condition that a PRB records, changes or takes off. */
  Optional<ChartEvent> read(Fields prb, Troubles troubles) {
    List<Coding> codes =
        Codes.list(prb, PROBLEM, 0, reading.profile()).stream().map(ClinicalCodes::plain).toList();
    String instance = RecordNumber.of(prb, INSTANCE, reading);
    boolean deleted = deleted(prb, troubles);
    if (codes.isEmpty() && (instance.isEmpty() || !deleted)) {
      troubles.refuse(prb, PROBLEM, "expected a problem in code or words; the line is not used");
      return Optional.empty();
    }
    Optional<ClinicalTime> resolved = reading.time(prb, RESOLVED, troubles);
    Optional<ClinicalTime> established = reading.time(prb, ESTABLISHED, troubles);
    Optional<ClinicalTime> onset = reading.time(prb, ONSET, troubles);
    boolean over = says(prb, OVER) && resolved.isEmpty();
    return Optional.of(
        new ChartEvent.ConditionRecorded(
            new Condition(
                instance.isEmpty() ? ClinicalCodes.key(codes) : "problem:" + instance,
                codes,
                !deleted && !over && !says(prb, NOT_SO) && !Denial.of(codes),
                onset.or(() -> established),
                resolved,
                Optional.empty(),
                Optional.of(Condition.Kind.STATE))));
  }

  private boolean deleted(Fields prb, Troubles troubles) {
    String action = prb.text(ACTION).toUpperCase(Locale.ROOT);
    if (!ACTIONS.contains(action)) {
      troubles.refuse(prb, ACTION, "expected an action of table 0287; read as added");
    }
    return action.equals("DE")
        || (action.isEmpty() && reading.type() == AcceptedType.DELETE_PROBLEM);
  }

  /** Whether PRB-13 or PRB-14 says so. */
  private static boolean says(Fields prb, Pattern words) {
    return says(prb, CONFIRMATION, words) || says(prb, LIFE_CYCLE, words);
  }

  private static boolean says(Fields prb, int field, Pattern words) {
    String code = prb.text(field);
    return matches(code, words) || matches(Codes.words(prb, field), words);
  }

  private static boolean matches(String text, Pattern words) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    return words.matcher(plain).matches();
  }
}
