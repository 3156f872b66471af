package org.rxtwin.hl7.reader;

import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;

import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ChartEvent.Administered;

/** A dose of vancomycin as a ward tells it. */
final class GivenDoses {
  static final String ORC = "ORC|RE|O-1^CPOE|F-1^RX";
  static final String VANCOMYCIN = "11124^vancomycin^RXNORM";
  static final String GIVEN =
      "RXA|1|2|20260301080000|20260301090000|" + VANCOMYCIN + "|1|g|||||||||||||CP|A";

  private GivenDoses() {}

  static Administration given(String rxa) {
    return only(read(ras(ORC, rxa)), Administered.class).administration();
  }

  static String ras(String... segments) {
    String[] all = new String[segments.length + 1];
    all[0] = PID;
    System.arraycopy(segments, 0, all, 1, segments.length);
    return message("RAS^O17^RAS_O17", all);
  }
}
