package org.rxtwin.rules.screening.fact;

/** What kind of reaction was recorded. */
public enum Reaction {
  /**
   * Stevens-Johnson, toxic epidermal necrolysis, DRESS, haemolytic anaemia, interstitial nephritis,
   * liver injury.
   */
  SEVERE_DELAYED,
  /** Anaphylaxis, angioedema, urticaria, bronchospasm. */
  IMMEDIATE,
  /** A rash or itch without danger. */
  BENIGN,
  /** Nausea, diarrhoea, headache: an effect of the drug, no allergy. */
  INTOLERANCE,
  /** Not told; counts as immediate. */
  UNKNOWN
}
