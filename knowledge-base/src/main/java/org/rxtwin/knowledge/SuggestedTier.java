package org.rxtwin.knowledge;

/** The tier a row asks for; adjudication decides. Most urgent first. */
public enum SuggestedTier {
  HARD_STOP,
  INTERRUPT,
  QUEUE,
  LOG
}
