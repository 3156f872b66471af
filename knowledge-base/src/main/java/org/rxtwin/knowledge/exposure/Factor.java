package org.rxtwin.knowledge.exposure;

import org.rxtwin.knowledge.RatioRange;

/**
 * One uncertain figure of the sum.
 *
 * @param pathway the enzyme it belongs to: no two factors of one drug are equal
 * @param what for the basis
 * @param kind how it enters
 * @param range its value and interval
 */
record Factor(String pathway, String what, Kind kind, RatioRange range) {
  enum Kind {
    SHARE,
    GENE,
    INHIBITION,
    INDUCTION,
    KIDNEY
  }
}
