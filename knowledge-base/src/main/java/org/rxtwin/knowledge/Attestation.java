package org.rxtwin.knowledge;

/**
 * How the project came to know a row: read in the source named, or remembered and not yet read
 * again.
 */
public enum Attestation {
  SEEN,
  REMEMBERED
}
