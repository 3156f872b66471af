package org.rxtwin.knowledge;

import java.util.Locale;
import java.util.Optional;

/** Routes as far as knowledge tells them apart, each with the code of HL7 table 0162 for it. */
public enum RouteGroup {
  ANY("*"),
  ORAL("PO"),
  OROMUCOSAL("MM"),
  INTRAVENOUS("IV"),
  INTRAMUSCULAR("IM"),
  SUBCUTANEOUS("SC"),
  INTRATHECAL("IT"),
  TOPICAL("TP"),
  TRANSDERMAL("TD"),
  VAGINAL("VG"),
  RECTAL("PR"),
  OPHTHALMIC("OP"),
  OTIC("OT"),
  NASAL("NS"),
  INHALED("IH");

  private final String code;

  RouteGroup(String code) {
    this.code = code;
  }

  /** Its code in HL7 table 0162. */
  public String code() {
    return code;
  }

  /**
   * The route a code or word stands for; empty where it is not known, which is never taken for
   * harmless.
   */
  public static Optional<RouteGroup> find(String written) {
    String wanted = written.strip().toUpperCase(Locale.ROOT);
    if (wanted.equals(ANY.code) || wanted.equals(ANY.name())) {
      return Optional.of(ANY);
    }
    return RouteWords.find(wanted);
  }

  /** Whether a limit for this route holds for the other; for one that is not known every does. */
  public boolean limits(RouteGroup other) {
    return covers(other) || other == ANY;
  }

  /** Whether a row written for this route speaks for the other. */
  public boolean covers(RouteGroup other) {
    return this == ANY || this == other;
  }
}
