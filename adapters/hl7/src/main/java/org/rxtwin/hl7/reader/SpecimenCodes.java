package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * What SPM says in codes of how a specimen was taken and what state it is in, in words: the
 * sender's, beside them ours for a code of the standard's tables that bears on trust in a value.
 * The tables' own display names are none that raise doubt.
 */
final class SpecimenCodes {
  private static final int METHOD = 7;
  private static final int REJECTED = 21;
  private static final int CONDITION = 24;

  /** A code and its system stand twice. */
  private static final int[] STARTS = {1, 4};

  /** Whatever the reason: a value of a specimen that was rejected is not believed. */
  private static final String REJECTION = "specimen rejected";

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
    add(told, spm, METHOD, METHODS, "0488");
    int before = told.size();
    add(told, spm, REJECTED, REJECTIONS, "0490");
    if (told.size() > before) {
      told.add(REJECTION);
    }
    add(told, spm, CONDITION, CONDITIONS, "0493");
    return told;
  }

  private static void add(
      List<String> told, Fields spm, int field, Map<String, String> table, String number) {
    for (int i = 0; i < spm.repetitions(field); i++) {
      String words = Codes.words(spm, field, i);
      boolean bare = words.equals(spm.part(field, i, 1, 1));
      Optional<String> meaning = meaning(spm, field, i, table, number);
      if (!words.isEmpty() && !(bare && meaning.isPresent())) {
        told.add(words);
      }
      meaning
          .filter(each -> bare || !words.toLowerCase(Locale.ROOT).contains(each))
          .ifPresent(told::add);
    }
  }

  /** What the table says of a code that is its own, or of no system. */
  private static Optional<String> meaning(
      Fields spm, int field, int repetition, Map<String, String> table, String number) {
    for (int start : STARTS) {
      String code = spm.part(field, repetition, start, 1).toUpperCase(Locale.ROOT);
      String system = spm.part(field, repetition, start + 2, 1);
      if (table.containsKey(code) && (system.isEmpty() || system.endsWith(number))) {
        return Optional.ofNullable(table.get(code));
      }
    }
    return Optional.empty();
  }
}
