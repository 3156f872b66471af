package org.rxtwin.rules.screening.fact;

/** Which way something changes. */
public enum Direction {
  UP,
  DOWN
}
