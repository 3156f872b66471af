package org.rxtwin.hl7.reader;

import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Good messages, and what becomes of messages on the way: fields lost, moved, doubled, garbled. */
final class Mutations {
  static final List<String> GOOD =
      List.of(
          Messages.order(ORC, WARFARIN, "RXR|PO", "TQ1|1||QD||||20260301180000"),
          Messages.message(
              "RDE^O11",
              PID,
              "PV1|1|I|W1",
              "ORC|RP|O-1",
              "RXO|1^a^L|5||mg",
              "RXE|1^BID^D4|1^a^L|5|10|mg|TAB||||||||||||||||||||2.5|mg",
              "RXC|A|2^b^L|5|mg"),
          Messages.message("ADT^A08", "EVN||20260301", PID, "PV1|1|I|W1", "AL1|1|DA|1^p^L|SV|rash"),
          Messages.message(
              "RAS^O17",
              PID,
              "ORC|RE|O-1^CPOE",
              "RXA|1|2|20260301080000|20260301090000|1^a^L|1|g|||||||||||refused||PA|U",
              "RXR|IV"),
          Messages.message(
              "RDS^O13", PID, "ORC|RE|O-1", "RXD|1|1^a^L|20260301|30|TAB||RX-7|||||1.5", "RXR|PO"),
          Messages.message(
              "ADT^A01",
              "EVN||20260301",
              PID,
              "PV1|1|I|W1|||||||||||||B6",
              "DG1|1|I10|I48.0^AF^I10|AF|20250110|F|||||||||||||||A"),
          Messages.message("ADT^A40", "EVN||20260301", PID, "MRG|4700^^^HOSP"),
          Messages.report(
              "OBX|1|NM|6301-6^INR^LN|1|2.4|{INR}|||||F|||20260301", "NTE|1||note",
              "OBX|2|SN|K^K^L||<^5|mmol/L|||||C", "OBX|3|ST|40425-1^CYP2D6^LN||*1/*4||||||F",
              "OBX|4|CE|X^VKORC1^L||A/G||||||F", "SPM|1"));

  private static final String ALPHABET =
      "|^~&\\\r\n\"ABCmgORXE0123456789.,-+*/<> \u00e9\u4e2d\u0000";

  private Mutations() {}

  /** A good message after that many changes. */
  static String mutated(long seed, int changes) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
    for (int i = 0; i < changes; i++) {
      change(text, random);
    }
    return text.toString();
  }

  private static void change(StringBuilder text, Random random) {
    int length = text.length();
    if (length < 12) {
      return;
    }
    int at = 9 + random.nextInt(length - 9);
    char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, other);
      case 1 -> text.insert(at, other);
      case 2 -> text.deleteCharAt(at);
      case 3 -> text.delete(at, Math.min(length, at + random.nextInt(30)));
      case 4 -> text.insert(at, text.substring(at, Math.min(length, at + random.nextInt(30))));
      default -> shuffle(text, random);
    }
  }

  /** Segments after the first in another order. */
  private static void shuffle(StringBuilder text, Random random) {
    List<String> segments = new ArrayList<>(List.of(text.toString().split("\r")));
    Collections.shuffle(segments.subList(1, segments.size()), random);
    text.setLength(0);
    text.append(String.join("\r", segments)).append('\r');
  }
}
