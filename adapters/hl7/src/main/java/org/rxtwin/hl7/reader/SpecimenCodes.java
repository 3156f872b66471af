package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * What SPM says in codes of how a specimen was taken and what state it is in, in words: the
 * sender's, else those of the standard's table for a bare code that bears on trust in a value.
 */
final class SpecimenCodes {
  private static final int METHOD = 7;
  private static final int REJECTED = 21;
  private static final int CONDITION = 24;

  /** Table 0488. */
  private static final Map<String, String> METHODS =
      Map.of("LNA", "arterial line draw", "LNV", "venous line draw");

  /** Table 0490. */
  private static final Map<String, String> REJECTIONS =
      Map.of("RH", "hemolysis", "RC", "clotted", "RN", "contaminated");

  /** Table 0493. */
  private static final Map<String, String> CONDITIONS =
      Map.of("HEM", "hemolyzed", "CLOT", "clotted", "CON", "contaminated");

  private SpecimenCodes() {}

  static List<String> told(Fields spm) {
    List<String> told = new ArrayList<>();
    add(told, spm, METHOD, METHODS);
    add(told, spm, REJECTED, REJECTIONS);
    add(told, spm, CONDITION, CONDITIONS);
    return told;
  }

  private static void add(List<String> told, Fields spm, int field, Map<String, String> table) {
    for (int i = 0; i < spm.repetitions(field); i++) {
      String words = Codes.words(spm, field, i);
      String code = spm.part(field, i, 1, 1).toUpperCase(Locale.ROOT);
      boolean bare = words.equalsIgnoreCase(code);
      String text = bare ? table.getOrDefault(code, words) : words;
      if (!text.isEmpty()) {
        told.add(text);
      }
    }
  }
}
