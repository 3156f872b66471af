package org.rxtwin.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final String DOUBT = "?";

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

  /**
   * How a route is written of which only this much is known: it may be one of these. It is found as
   * no route, and whoever reads it sees that somebody has to ask.
   */
  public static String inDoubt(Collection<RouteGroup> possible) {
    return possible.stream().map(each -> each.code + DOUBT).collect(Collectors.joining(" "));
  }

  /** Whether a route in doubt may be this one. */
  public boolean mayBe(String written) {
    return Arrays.asList(written.split(" ")).contains(code + DOUBT);
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
