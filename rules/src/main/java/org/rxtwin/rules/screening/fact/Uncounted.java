package org.rxtwin.rules.screening.fact;

/** Why an opioid order is in no sum. */
public enum Uncounted {
  /** No dose could be read; another rule asks for it. */
  DOSE,
  /** The dose is told in pieces, or of several drugs together. */
  AMOUNT,
  /** How often at most is not told. */
  INTERVAL,
  /** No factor is known for the drug by this route, or none holds. */
  FACTOR
}
