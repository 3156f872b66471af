package org.rxtwin.knowledge;

/** How bad the harm is, whatever the chance of it; worst first. */
public enum Severity {
  CONTRAINDICATED,
  MAJOR,
  MODERATE,
  MINOR
}
