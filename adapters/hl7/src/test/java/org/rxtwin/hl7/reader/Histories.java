package org.rxtwin.hl7.reader;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random histories of one patient, or of one that has two records until they are merged: what a
 * ward sends in any order, sensible or not. The same seed makes the same history.
 */
final class Histories {
  static final String KEPT = "4711";
  static final String ENDED = "4700";

  private static final DateTimeFormatter HL7 = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 1, 8, 0);
  private static final String[] CONTROLS = {
    "NW", "NW", "XO", "XX", "HD", "RL", "DC", "DC", "CA", "OK", "RF", "RE", "SC", "RP", "RO", "PA",
    "XR", "NA"
  };
  private static final String[] STATUSES = {"", "", "", "CM", "HD", "IP", "DC"};
  private static final String[] STAYS = {
    "A01", "A02", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A11", "A12", "A12", "A13", "A31"
  };
  private static final String[] DRUGS = {"11289^warfarin", "1364430^apixaban", "8640^prednisone"};
  private static final String[] MERGES = {"A40", "A34", "A18", "A47"};

  private final Random random;
  private final boolean merged;
  private final int minutesApart;
  private final boolean repeating;
  private int count;

  private Histories(Random random, boolean merged, int minutesApart, boolean repeating) {
    this.random = random;
    this.merged = merged;
    this.minutesApart = minutesApart;
    this.repeating = repeating;
  }

  /** Messages of distinct times, oldest first. */
  static List<String> ofOnePatient(long seed) {
    return new Histories(new Random(seed), false, 7, false).messages();
  }

  /** Messages of distinct times under two numbers, with the merge of the two among them. */
  static List<String> ofMergedRecords(long seed) {
    return new Histories(new Random(seed), true, 7, false).messages();
  }

  /** Messages of distinct times in which ORC-9 is that of some message before, or of none. */
  static List<String> repeatingTimes(long seed) {
    return new Histories(new Random(seed), false, 7, true).messages();
  }

  /** Messages that all bear the same time. */
  static List<String> atOneTime(long seed) {
    return new Histories(new Random(seed), false, 0, false).messages();
  }

  private List<String> messages() {
    List<String> messages = new ArrayList<>();
    int length = 6 + random.nextInt(12);
    int merge = merged ? random.nextInt(length) : -1;
    for (int i = 0; i < length; i++) {
      messages.add(i == merge ? merge() : message());
      count++;
    }
    return messages;
  }

  private String message() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> orders();
      case 3 -> stay();
      case 4 -> result();
      case 5 -> allergy();
      case 6 -> problem();
      default -> dose();
    };
  }

  private String orders() {
    String control = any(CONTROLS);
    String number = number();
    List<String> lines = new ArrayList<>();
    switch (control) {
      case "RP" -> {
        lines.addAll(order("RP", number, "", ""));
        lines.addAll(order("RO", number(), number, ""));
      }
      case "RO" -> lines.addAll(order("RO", number, number(), ""));
      case "PA" -> {
        lines.addAll(order("PA", number, "", ""));
        lines.addAll(order("CH", number + ".1", number, ""));
      }
      case "DC", "CA", "HD", "RL", "SC", "OK" ->
          lines.add(orc(control, number, any(STATUSES), "", random.nextBoolean() ? later() : ""));
      default -> lines.addAll(order(control, number, "", any(STATUSES)));
    }
    return header("RDE^O11", lines.toArray(String[]::new));
  }

  private List<String> order(String control, String number, String parent, String status) {
    String rxe = "RXE||" + any(DRUGS) + "^RXNORM|" + (1 + random.nextInt(9)) + "||mg|TAB";
    return List.of(orc(control, number, status, parent, ""), rxe, "TQ1|1||QD");
  }

  private String orc(String control, String number, String status, String parent, String until) {
    String filler = number.replace("O", "F");
    return "ORC|"
        + control
        + "|"
        + any(number + "^CPOE|", number + "^CPOE|" + filler, "|" + filler)
        + "||"
        + status
        + "|||"
        + (parent.isEmpty() ? "" : parent + "&CPOE")
        + "|"
        + written()
        + "||||||"
        + until;
  }

  private String stay() {
    String event = any(STAYS);
    String pv1 =
        "PV1|1|"
            + any("", "I", "O", "E")
            + "|"
            + ward()
            + "|||"
            + any("", ward())
            + "||||"
            + any("", "MED", "SUR")
            + "|||||||||"
            + any("", "V1", "V2");
    return header("ADT^" + event, pv1);
  }

  private String result() {
    String obr = "OBR|1|L-" + random.nextInt(2) + "^CPOE||24320-4^panel^LN|||" + time();
    String obx =
        "OBX|1|NM|"
            + any("6301-6^INR^LN", "2823-3^K^LN")
            + "||"
            + (1 + random.nextInt(60)) / 10.0
            + "|1|||||"
            + any("P", "F", "F", "C", "D", "W");
    return header("ORU^R01", obr, obx);
  }

  private String allergy() {
    String substance = any("7980^Penicillin G^RXNORM", "^penicillin g", "^Latex", "70618^^RXNORM");
    return random.nextBoolean()
        ? header(
            "ADT^A08", "AL1|1|DA|" + substance + "|" + any("SV", "MO", "") + "|" + any("Hives", ""))
        : header(
            "ADT^A60",
            "IAM|1|DA|" + substance + "|||" + any("A", "D", "U", "X") + "|" + any("", "N1", "N2"));
  }

  private String problem() {
    String code = any("N18.4^CKD 4^I10", "I48.0^AF^I10", "^Gout", "^No diabetes");
    return switch (random.nextInt(3)) {
      case 0 ->
          header("ADT^A08", "DG1|1||" + code + "||||" + "|".repeat(14) + any("A", "D", "U", ""));
      case 1 ->
          header(
              "PPR^PC2",
              "PRB|"
                  + any("AD", "DE", "UP")
                  + "|"
                  + time()
                  + "|"
                  + code
                  + "|"
                  + any("", "P1", "P2")
                  + "|||||"
                  + any("", "20260215")
                  + "||||"
                  + any("", "REFUTED")
                  + "|"
                  + any("", "ACTIVE", "RESOLVED"));
      default -> header("ADT^A08", "PR1|1||90935^Hemodialysis^C4||2026021" + random.nextInt(3));
    };
  }

  private String dose() {
    String rxa =
        "RXA|0|"
            + (1 + random.nextInt(2))
            + "|202603010"
            + (1 + random.nextInt(6))
            + "0000||"
            + any(DRUGS)
            + "^RXNORM|"
            + (1 + random.nextInt(9))
            + "|mg"
            + "|".repeat(13)
            + any("CP", "RE", "PA")
            + "|"
            + any("A", "A", "U", "D");
    return header("RAS^O17", "ORC|RE|" + number() + "^CPOE", rxa, "RXR|PO");
  }

  private String merge() {
    return message("ADT^" + any(MERGES), pid(KEPT), "MRG|" + ENDED + "^^^HOSP^MR");
  }

  private String header(String type, String... segments) {
    String[] all = new String[segments.length + 1];
    all[0] = pid(merged && random.nextBoolean() ? ENDED : KEPT);
    System.arraycopy(segments, 0, all, 1, segments.length);
    return message(type, all);
  }

  private String message(String type, String... segments) {
    return "MSH|^~\\&|CPOE|HOSP|RXTWIN|HOSP|"
        + time()
        + "||"
        + type
        + "|C-"
        + count
        + "|P|2.5.1\r"
        + String.join("\r", segments)
        + "\r";
  }

  private static String pid(String number) {
    return "PID|1||" + number + "^^^HOSP^MR||Muster^Anna||19530417|F";
  }

  private String time() {
    return HL7.format(BEGIN.plusMinutes((long) count * minutesApart));
  }

  /** ORC-9. */
  private String written() {
    return repeating
        ? any("", HL7.format(BEGIN.plusMinutes((random.nextInt(count + 2) - 1) * 7L)))
        : time();
  }

  private String later() {
    return HL7.format(BEGIN.plusDays(1L + random.nextInt(3)));
  }

  private String number() {
    return "O-" + (1 + random.nextInt(3));
  }

  private String ward() {
    return "W" + (1 + random.nextInt(4));
  }

  private String any(String... of) {
    return of[random.nextInt(of.length)];
  }
}
