package org.rxtwin.chart;

/** What the sender says a patient is allergic to (HL7 table 0127). */
public enum AllergenKind {
  DRUG,
  FOOD,
  /** Animals, plants, pollen and what else surrounds a person. */
  ENVIRONMENT,
  /** Miscellaneous: a drug may be among it. */
  OTHER
}
