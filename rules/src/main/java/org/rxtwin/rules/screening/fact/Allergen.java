package org.rxtwin.rules.screening.fact;

/** What is known of something a patient is allergic to and no certain drug is read from. */
public enum Allergen {
  /** Known to be no drug: latex, peanut, pollen. */
  KNOWN_OTHER,
  /** Its name is not known; the sender says that it is food or of the environment. */
  SAID_OTHER,
  /** It may be a drug. */
  UNKNOWN
}
