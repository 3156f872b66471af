package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;

/** Reads coded fields (CE, CWE): code, text and system, twice or three times over. */
public final class Codes {
  private static final int[] STARTS = {1, 4, 10};
  private static final int ORIGINAL_TEXT = 9;
  private static final int OBSERVATION = 3;

  private Codes() {}

  /** All codings of one repetition, what the feed profile maps them to first. */
  public static List<Coding> list(Fields segment, int field, int repetition, FeedProfile profile) {
    List<Coding> written = new ArrayList<>();
    for (int start : STARTS) {
      String code = segment.words(field, repetition, start);
      String text = segment.words(field, repetition, start + 1);
      String system = CodeSystems.canonical(segment.part(field, repetition, start + 2, 1));
      if (!code.isEmpty() && system.isEmpty() && text.isEmpty() && looksLikeWords(code)) {
        add(written, Coding.ofText(code));
      } else if (!code.isEmpty() || !text.isEmpty()) {
        add(written, new Coding(code, code.isEmpty() ? "" : system, text));
      }
    }
    String original = segment.words(field, repetition, ORIGINAL_TEXT);
    if (!original.isEmpty() && written.stream().noneMatch(each -> each.text().equals(original))) {
      add(written, Coding.ofText(original));
    }
    List<Coding> all = new ArrayList<>();
    for (Coding each : written) {
      mapped(segment, field, each, profile).ifPresent(known -> add(all, known));
    }
    written.forEach(each -> add(all, each));
    return all;
  }

  /** By the table of the feed that is meant for such a field. */
  private static Optional<Coding> mapped(
      Fields segment, int field, Coding written, FeedProfile profile) {
    return switch (segment.name()) {
      case "RXO", "RXE", "RXD", "RXG", "RXA", "RXC", "AL1", "IAM" -> profile.findDrug(written);
      case "OBX" ->
          field == OBSERVATION ? profile.findObservation(written) : profile.findLocal(written);
      default -> profile.findLocal(written);
    };
  }

  /** The words of a coded field: text, else original text, else the code itself. */
  public static String words(Fields segment, int field) {
    return words(segment, field, 0);
  }

  /** The words of one repetition of a coded field. */
  public static String words(Fields segment, int field, int repetition) {
    String text = segment.words(field, repetition, 2);
    String original = text.isEmpty() ? segment.words(field, repetition, ORIGINAL_TEXT) : text;
    return original.isEmpty() ? segment.words(field, repetition, 1) : original;
  }

  private static void add(List<Coding> codings, Coding coding) {
    if (!codings.contains(coding)) {
      codings.add(coding);
    }
  }

  /** A code holds no blank and at least one digit, or is short. */
  private static boolean looksLikeWords(String code) {
    return code.indexOf(' ') >= 0 || code.chars().noneMatch(Character::isDigit);
  }
}
