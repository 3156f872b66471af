package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.Codes;

/**
 * Reads DG1, and the pregnancy that PV1-15 tells. What a message does not list stays; what it
 * denies ("no diabetes") never stands.
 */
final class ConditionReader {
  private static final int METHOD = 2;
  private static final int DIAGNOSIS = 3;
  private static final int WORDS = 4;
  private static final int SINCE = 5;
  private static final int TYPE = 6;
  private static final int ACTION = 21;
  private static final int AMBULATORY_STATUS = 15;
  private static final Coding PREGNANT = new Coding("B6", "HL70009", "Pregnant");

  private static final Set<String> SYSTEMS = Set.of("ICD10", "ICD9", "SNOMED");

  /** An ICD-10 code without the point that stands after its third character. */
  private static final Pattern UNPOINTED = Pattern.compile("([A-Z][0-9][0-9A-Z])([0-9A-Z]{1,4})");

  /** Words of a denial at the beginning or the end; in between they may speak of something else. */
  private static final Pattern DENIED =
      Pattern.compile(
          "^(no|denies|denied|negative for|ruled out|excluded)\\b[ :]"
              + "|[ :,(-](no|denied|ruled out|excluded|refuted|not present)\\)?$");

  /** A SNOMED expression whose finding context is known absent or definitely not present. */
  private static final Pattern ABSENT =
      Pattern.compile(":.*\\b408729009\\b.*=.*\\b(410516002|410594000)\\b");

  private final Reading reading;

  ConditionReader(Reading reading) {
    this.reading = reading;
  }

  /** The condition that a DG1 records, changes or takes off. */
  Optional<ChartEvent> read(Fields dg1, Troubles troubles) {
    List<Coding> codes = codes(dg1);
    if (codes.isEmpty()) {
      troubles.refuse(
          dg1, DIAGNOSIS, "expected a diagnosis in code or words; the line is not used");
      return Optional.empty();
    }
    String action = dg1.text(ACTION).toUpperCase(Locale.ROOT);
    if (!Set.of("", "A", "U", "D", "X").contains(action)) {
      troubles.refuse(dg1, ACTION, "expected A, U, D or X of table 0206; read as added");
    }
    String type = dg1.text(TYPE).toUpperCase(Locale.ROOT);
    return Optional.of(
        new ChartEvent.ConditionRecorded(
            new Condition(
                key(codes),
                codes,
                !action.equals("D") && !denied(codes),
                reading.time(dg1, SINCE, troubles),
                Optional.empty(),
                type.isEmpty() ? Optional.empty() : Optional.of(type))));
  }

  /** PV1-15 holds B6 (table 0009): pregnant. The field emptied by its sender: no longer. */
  static Optional<ChartEvent> pregnancy(Fields pv1) {
    boolean pregnant = false;
    for (int i = 0; i < pv1.repetitions(AMBULATORY_STATUS); i++) {
      pregnant |= pv1.part(AMBULATORY_STATUS, i, 1, 1).equalsIgnoreCase(PREGNANT.code());
    }
    return pregnant || pv1.deleted(AMBULATORY_STATUS)
        ? Optional.of(
            new ChartEvent.ConditionRecorded(
                new Condition(
                    key(List.of(PREGNANT)),
                    List.of(PREGNANT),
                    pregnant,
                    Optional.empty(),
                    Optional.empty())))
        : Optional.empty();
  }

  /** All codes and words of a diagnosis; the system may stand in DG1-2, as it did of old. */
  List<Coding> codes(Fields dg1) {
    String method = CodeSystems.canonical(dg1.text(METHOD));
    List<Coding> codes = new ArrayList<>();
    for (Coding each : Codes.list(dg1, DIAGNOSIS, 0, reading.profile())) {
      boolean bare = each.system().isEmpty() && !each.code().isEmpty() && SYSTEMS.contains(method);
      codes.add(plain(bare ? new Coding(each.code(), method, each.text()) : each));
    }
    String words = dg1.words(WORDS, 0, 1);
    if (!words.isEmpty() && codes.stream().noneMatch(each -> each.text().equals(words))) {
      codes.add(Coding.ofText(words));
    }
    return codes;
  }

  /** ICD codes in capitals, those of ICD-10 with their point. */
  static Coding plain(Coding coding) {
    String upper = coding.code().toUpperCase(Locale.ROOT);
    return switch (coding.system()) {
      case "ICD10" ->
          new Coding(
              UNPOINTED.matcher(upper).matches()
                  ? upper.substring(0, 3) + "." + upper.substring(3)
                  : upper,
              "ICD10",
              coding.text());
      case "ICD9" -> new Coding(upper, "ICD9", coding.text());
      default -> coding;
    };
  }

  /**
   * Whether words without a code of ICD or SNOMED say that the patient does not have it, or a code
   * of SNOMED does so by its context.
   */
  static boolean denied(List<Coding> codes) {
    boolean coded =
        codes.stream().anyMatch(each -> SYSTEMS.contains(each.system()) && !absent(each.code()));
    return !coded && codes.stream().anyMatch(each -> absent(each.code()) || deniedIn(each.text()));
  }

  private static boolean absent(String code) {
    return ABSENT.matcher(code).find();
  }

  private static boolean deniedIn(String words) {
    return DENIED.matcher(words.toLowerCase(Locale.ROOT)).find();
  }

  static String key(List<Coding> codes) {
    Coding chosen =
        codes.stream()
            .filter(each -> SYSTEMS.contains(each.system()))
            .findFirst()
            .or(() -> codes.stream().filter(each -> !each.code().isEmpty()).findFirst())
            .orElse(codes.get(0));
    return chosen.code().isEmpty()
        ? chosen.text().toLowerCase(Locale.ROOT)
        : chosen.code() + "|" + chosen.system();
  }
}
