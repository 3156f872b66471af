package org.rxtwin.chart;

/**
 * Where a statement stands.
 *
 * @param source guideline, label, paper or table
 * @param ref section, table or DOI within it; may be empty
 * @param year year of the source, zero where it is not known
 * @param grade strength as the source grades it, may be empty
 * @param confirmed whether somebody saw it there
 */
public record Evidence(String source, String ref, int year, String grade, boolean confirmed) {
  public Evidence {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "expected a source, came none\nMaybe the knowledge row lacks its source column.");
    }
  }
}
