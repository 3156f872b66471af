package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A code with its system and text, as a message carried it or a feed profile mapped it.
 *
 * @param code the code, may be empty when only text came
 * @param system canonical name of the code system ({@code RXNORM}, {@code NDC}, {@code ATC}, {@code
 *     LOINC}, {@code SNOMED}, ...) or the sender's own
 * @param text the words beside the code
 */
public record Coding(String code, String system, String text) {
  /** Words without a code. */
  public static Coding ofText(String text) {
    return new Coding("", "", text);
  }

  /** Whether both lists name the same: one code of one system, or the same words. */
  public static boolean alike(List<Coding> some, List<Coding> others) {
    return some.stream()
        .flatMap(each -> each.names().stream())
        .anyMatch(name -> others.stream().anyMatch(each -> each.names().contains(name)));
  }

  /** What it may be found by: its code with the system, its words. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (!code.isEmpty()) {
      names.add("code:" + system + "|" + code.toLowerCase(Locale.ROOT));
    }
    if (!text.isBlank()) {
      names.add("words:" + text.strip().toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
