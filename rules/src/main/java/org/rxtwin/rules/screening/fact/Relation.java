package org.rxtwin.rules.screening.fact;

/** How a drug stands to the one an allergy was recorded for. */
public enum Relation {
  /** The same drug. */
  SAME,
  /** Another of its family, or of the family that was recorded. */
  FAMILY,
  /** Another family with the same or a like side chain. */
  SIDE_CHAIN
}
