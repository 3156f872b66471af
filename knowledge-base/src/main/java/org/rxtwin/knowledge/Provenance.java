package org.rxtwin.knowledge;

import java.time.LocalDate;

/**
 * Where a row comes from.
 *
 * @param source the publication, label, guideline or list
 * @param year the year of that source
 * @param evidence whether it was read for this project
 * @param reviewBy the day by which a person reads the row again
 */
public record Provenance(String source, int year, Attestation evidence, LocalDate reviewBy) {
  public Provenance {
    Must.text("source", source);
    Must.within("source_year", year, 1900, 2100);
  }

  /**
   * Only a row whose source was read counts as confirmed; an unconfirmed one may raise an alert,
   * never silence one.
   */
  public boolean confirmed() {
    return evidence == Attestation.SEEN;
  }
}
