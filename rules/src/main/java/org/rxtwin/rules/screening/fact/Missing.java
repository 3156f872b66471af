package org.rxtwin.rules.screening.fact;

/** What keeps a limit from being compared. */
public enum Missing {
  /** Nothing: it can be compared. */
  NOTHING,
  DOSE,
  /** The dose is told in pieces, millilitres or of a mixture: its amount in the limit's unit. */
  AMOUNT,
  WEIGHT,
  HEIGHT,
  AGE,
  /** The age is known only to the year or month of birth, and that year decides. */
  DAY_OF_BIRTH,
  SEX,
  CREATININE,
  /** There is a creatinine, but too old to tell today's function. */
  RECENT_CREATININE,
  /** The creatinine moves: no steady-state formula holds. */
  STEADY_CREATININE,
  /** The patient is a child, and the formulas here are for adults. */
  FORMULA_FOR_CHILDREN,
  /** The patient is on dialysis or filtration: no formula holds. */
  FORMULA_FOR_DIALYSIS
}
