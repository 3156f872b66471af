package org.rxtwin.knowledge.search;

/**
 * How a text or code was matched. Only the first three are answers; FUZZY and AMBIGUOUS are
 * questions.
 */
public enum DrugMatch {
  CODE,
  EXACT,
  SYNONYM,
  FUZZY,
  AMBIGUOUS,
  NONE;

  /** Whether the drug is certain. */
  public boolean certain() {
    return compareTo(SYNONYM) <= 0;
  }
}
