package org.rxtwin.knowledge;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Drug names as they are compared: lower case, no accents, words of letters and digits with one
 * space between.
 */
public final class DrugText {
  private DrugText() {}

  /** The text in the form names are compared in; empty where nothing readable is left. */
  public static String normal(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
