package org.rxtwin.chart;

/** Administrative sex (HL7 table 0001) as far as formulas ask for it. */
public enum Sex {
  FEMALE,
  MALE,
  UNKNOWN
}
