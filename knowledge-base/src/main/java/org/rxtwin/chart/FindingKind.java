package org.rxtwin.chart;

import java.util.Locale;

/** What kind of harm a finding speaks of; the words of the alert contract. */
public enum FindingKind {
  INTERACTION,
  DUPLICATE,
  ALLERGY,
  DOSE_RANGE,
  RENAL_DOSE,
  HEPATIC_DOSE,
  PHARMACOGENOMIC,
  DRUG_DISEASE,
  DRUG_LAB,
  MONITORING,
  QT,
  OPIOID,
  PREGNANCY,
  AGE,
  ADHERENCE,
  RECONCILIATION,
  SUSPECTED_ADR,
  DATA_QUALITY,
  NOT_SCREENED;

  /** The word used in messages, such as {@code drug-lab}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that a word in a message names. */
  public static FindingKind ofWire(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
