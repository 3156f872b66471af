package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.Codes;

/**
 * Reads what names a diagnosis (DG1) or a procedure (PR1), which stand in the same fields: system
 * in the second, code in the third, words in the fourth.
 */
final class ClinicalCodes {
  private static final int METHOD = 2;
  private static final int CODE = 3;
  private static final int WORDS = 4;

  /** Systems of diagnoses that everybody knows. */
  static final Set<String> COMMON = Set.of("ICD10", "ICD9", "SNOMED");

  /** HL7 table 0206, and nothing. */
  private static final Set<String> ACTIONS = Set.of("", "A", "U", "D", "X");

  /** An ICD-10 code without the point that stands after its third character. */
  private static final Pattern UNPOINTED = Pattern.compile("([A-Z][0-9][0-9A-Z])([0-9A-Z]{1,4})");

  private ClinicalCodes() {}

  /**
   * All codes and words; a code that tells no system is of that of the second field.
   *
   * @param believed which systems the second field may tell
   */
  static List<Coding> list(Fields line, Reading reading, Predicate<String> believed) {
    String method = CodeSystems.canonical(line.text(METHOD));
    List<Coding> codes = new ArrayList<>();
    for (Coding each : Codes.list(line, CODE, 0, reading.profile())) {
      boolean bare = each.system().isEmpty() && !each.code().isEmpty() && believed.test(method);
      codes.add(bare ? new Coding(each.code(), method, each.text()) : each);
    }
    String words = line.words(WORDS, 0, 1);
    if (!words.isEmpty() && codes.stream().noneMatch(each -> each.text().equals(words))) {
      codes.add(Coding.ofText(words));
    }
    return codes;
  }

  /** Whether the action says that the line is deleted. */
  static boolean deleted(Fields line, int action, Troubles troubles) {
    String code = line.text(action).toUpperCase(Locale.ROOT);
    if (!ACTIONS.contains(code)) {
      troubles.refuse(line, action, "expected A, U, D or X of table 0206; read as added");
    }
    return code.equals("D");
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

  /** What a change refers to: a common code, else any code, else the words. */
  static String key(List<Coding> codes) {
    Coding chosen =
        codes.stream()
            .filter(each -> COMMON.contains(each.system()))
            .findFirst()
            .or(() -> codes.stream().filter(each -> !each.code().isEmpty()).findFirst())
            .orElse(codes.get(0));
    return chosen.code().isEmpty()
        ? chosen.text().toLowerCase(Locale.ROOT)
        : chosen.code() + "|" + chosen.system();
  }
}
