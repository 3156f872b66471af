package org.rxtwin.hl7.envelope;

/** What is answered, in original mode (first code) or enhanced mode (second code). */
public enum AckVerdict {
  ACCEPT("AA", "CA"),
  ERROR("AE", "CE"),
  REJECT("AR", "CR");

  private final String original;
  private final String enhanced;

  AckVerdict(String original, String enhanced) {
    this.original = original;
    this.enhanced = enhanced;
  }

  String code(boolean enhancedMode) {
    return enhancedMode ? enhanced : original;
  }
}
