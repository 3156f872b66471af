package org.rxtwin.chart;

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
}
