package org.rxtwin.rules.screening.fact;

/** How a drug stands to the one an allergy was recorded for. */
public enum Relation {
  /** The same drug. */
  SAME,
  /** Another of its family, or of the family that was recorded. */
  FAMILY,
  /** Another family with the same or a like side chain. */
  SIDE_CHAIN,
  /** Of the same family by name, with another side chain or structure: seldom a cross-reaction. */
  OTHER_CHAIN,
  /** Of the wider class, all of which a severe delayed reaction forbids. */
  WIDER
}
