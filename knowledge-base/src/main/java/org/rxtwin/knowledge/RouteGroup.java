package org.rxtwin.knowledge;

import java.util.Locale;
import java.util.Optional;

/**
 * Routes as far as knowledge tells them apart, with the codes of HL7 table 0162 and words feeds
 * use.
 */
public enum RouteGroup {
  ANY("*"),
  ORAL("PO", "NG", "GTT", "ORAL", "BY MOUTH", "MOUTH"),
  OROMUCOSAL("B", "MM", "MTH", "SL", "TL", "BU", "BUCCAL", "OROMUCOSAL", "SUBLINGUAL"),
  INTRAVENOUS("IV", "IVP", "IVPB", "INTRAVENOUS"),
  INTRAMUSCULAR("IM", "INTRAMUSCULAR"),
  SUBCUTANEOUS("SC", "SQ", "SUBCUT", "SUBCUTANEOUS"),
  INTRATHECAL("IT", "ITH", "ICV", "INTRATHECAL"),
  TOPICAL("TP", "AP", "TOP", "TOPICAL", "EXTERNAL", "CUTANEOUS"),
  TRANSDERMAL("TD", "TRANSDERMAL"),
  VAGINAL("VG", "VAG", "PV", "VAGINAL"),
  RECTAL("PR", "RECTAL"),
  OPHTHALMIC("OP", "OPH", "OU", "OD", "OS", "OPHTHALMIC", "EYE"),
  OTIC("OT", "OTIC", "EAR"),
  NASAL("NS", "IN", "NASAL"),
  INHALED("IH", "IHA", "INH", "INHALATION", "INHALED");

  private final String codes;

  RouteGroup(String... codes) {
    this.codes = "|" + String.join("|", codes) + "|";
  }

  /**
   * The route a code or word stands for; empty where it is not known, which is never taken for
   * harmless.
   */
  public static Optional<RouteGroup> find(String code) {
    String wanted = code.strip().toUpperCase(Locale.ROOT);
    for (RouteGroup route : values()) {
      if (route.codes.contains("|" + wanted + "|") || route.name().equals(wanted)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
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
