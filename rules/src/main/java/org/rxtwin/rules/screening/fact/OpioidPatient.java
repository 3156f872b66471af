package org.rxtwin.rules.screening.fact;

/** For whom an opioid limit is written. At risk: a disease of breathing or another sedative. */
public enum OpioidPatient {
  NAIVE,
  NAIVE_AT_RISK,
  NAIVE_WITH_BENZODIAZEPINE,
  TOLERANT,
  TOLERANT_AT_RISK,
  TOLERANT_WITH_BENZODIAZEPINE,
  PALLIATIVE
}
