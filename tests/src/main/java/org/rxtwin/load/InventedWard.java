package org.rxtwin.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes the messages of invented patients: 30 % orders, a third of them warfarin, 50 % results, 20
 * % stays. The same seed gives the same messages but for their times.
 */
final class InventedWard {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final Drug WARFARIN = new Drug("11289^warfarin^RXNORM", "5");
  private static final List<Drug> OTHERS =
      List.of(
          new Drug("40790^pantoprazole^RXNORM", "40"),
          new Drug("4450^fluconazole^RXNORM", "200"),
          new Drug("36567^simvastatin^RXNORM", "20"),
          new Drug("6918^metoprolol^RXNORM", "50"),
          new Drug("6809^metformin^RXNORM", "500"),
          new Drug("5640^ibuprofen^RXNORM", "400"),
          new Drug("32968^clopidogrel^RXNORM", "75"),
          new Drug("161^acetaminophen^RXNORM", "500"));

  private final SplittableRandom random;
  private final boolean[] admitted;
  private final boolean[][] runs;
  private final String stamp;
  private int control;

  /**
   * A ward.
   *
   * @param at the time all messages bear
   */
  InventedWard(int patients, long seed, Instant at) {
    random = new SplittableRandom(seed);
    admitted = new boolean[patients];
    runs = new boolean[patients][OTHERS.size() + 1];
    stamp = STAMP.format(at);
  }

  private record Drug(String code, String milligrams) {}

  /** The next message, of any patient. */
  String next() {
    int patient = random.nextInt(admitted.length);
    int kind = random.nextInt(100);
    if (kind < 30) {
      return order(patient);
    }
    return kind < 80 ? result(patient) : stay(patient);
  }

  /** A drug that does not run is ordered, one that runs is discontinued. */
  private String order(int patient) {
    int drug = random.nextInt(3) == 0 ? OTHERS.size() : random.nextInt(OTHERS.size());
    boolean ran = runs[patient][drug];
    runs[patient][drug] = !ran;
    Drug chosen = drug == OTHERS.size() ? WARFARIN : OTHERS.get(drug);
    return message(
        patient,
        "RDE^O11^RDE_O11",
        List.of(
            "ORC|" + (ran ? "DC" : "NW") + "|P" + patient + "D" + drug + "^PHARM|||||||" + stamp,
            "TQ1|1||QD||||" + stamp + "||R",
            "RXE||" + chosen.code() + "|" + chosen.milligrams() + "||mg^milligram^UCUM|TAB^Tablet",
            "RXR|PO^Oral"));
  }

  private String result(int patient) {
    String number = "L" + control;
    String line =
        switch (random.nextInt(3)) {
          case 0 -> "6301-6^INR^LN||" + tenths(18, 34) + "|{INR}";
          case 1 -> "2160-0^Creatinine^LN||" + tenths(6, 14) + "|mg/dL";
          default -> "2823-3^Potassium^LN||" + tenths(35, 52) + "|mmol/L";
        };
    return message(
        patient,
        "ORU^R01^ORU_R01",
        List.of(
            "ORC|RE|" + number + "^LAB|" + number + "F^LAB",
            "OBR|1|" + number + "^LAB|" + number + "F^LAB|PANEL^Laboratory^L|||" + stamp,
            "OBX|1|NM|" + line + "|||||F|||" + stamp));
  }

  private String stay(int patient) {
    String trigger = admitted[patient] ? "ADT^A08^ADT_A01" : "ADT^A01^ADT_A01";
    admitted[patient] = true;
    return message(patient, trigger, List.of());
  }

  private String message(int patient, String type, List<String> segments) {
    String head =
        "MSH|^~\\&|LOAD|HOSP|RXTWIN|HOSP|" + stamp + "||" + type + "|L" + ++control + "|P|2.5.1\r";
    String who =
        "PID|1||%d^^^HOSP^MR||Test^Person%d||%d0514|%s\rPV1|1|I|W%d^1^1^HOSP\r"
            .formatted(
                700_000 + patient,
                patient,
                1930 + patient % 70,
                patient % 2 == 0 ? "M" : "F",
                patient % 12);
    String event = type.startsWith("ADT") ? "EVN||" + stamp + "\r" : "";
    String body = String.join("\r", segments);
    return head + event + who + body + (body.isEmpty() ? "" : "\r");
  }

  private String tenths(int low, int high) {
    int value = random.nextInt(low, high + 1);
    return value / 10 + "." + value % 10;
  }
}
