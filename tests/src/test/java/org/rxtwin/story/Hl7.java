package org.rxtwin.story;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the messages of one invented patient. */
public final class Hl7 {
  public static final String WARFARIN = "11289^warfarin^RXNORM";
  public static final String FLUCONAZOLE = "4450^fluconazole^RXNORM";
  public static final String MICONAZOLE = "6932^miconazole^RXNORM";
  public static final String CLOTRIMAZOLE = "2623^clotrimazole^RXNORM";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final AtomicLong CONTROL = new AtomicLong();

  private final String patient;
  private final String born;
  private final String sex;

  public Hl7(String patient, String born, String sex) {
    this.patient = patient;
    this.born = born;
    this.sex = sex;
  }

  public static LocalDateTime day(int day, int hour) {
    return LocalDateTime.of(2026, 3, 1, 0, 0).plusDays(day).plusHours(hour);
  }

  public String admit(LocalDateTime at, String... more) {
    return message(at, "ADT^A01^ADT_A01", "EVN||" + stamp(at), pid(), pv1(), lines(more));
  }

  public String order(
      LocalDateTime at, String control, String number, String drug, String dose, String start) {
    return order(at, control, number, drug, dose, "mg", "TAB", "PO", "QD", start);
  }

  public String order(
      LocalDateTime at,
      String control,
      String number,
      String drug,
      String dose,
      String unit,
      String form,
      String route,
      String frequency,
      String start) {
    return message(
        at,
        "RDE^O11^RDE_O11",
        pid(),
        pv1(),
        "ORC|" + control + "|" + number + "^PHARM|||||||" + stamp(at),
        "TQ1|1||" + frequency + "||||" + start,
        "RXE||" + drug + "|" + dose + "||" + unit + "|" + form,
        "RXR|" + route);
  }

  public String stop(LocalDateTime at, String number, String drug) {
    return message(
        at,
        "RDE^O11^RDE_O11",
        pid(),
        pv1(),
        "ORC|DC|" + number + "^PHARM|||||||" + stamp(at),
        "RXE||" + drug + "|1||mg|TAB",
        "RXR|PO");
  }

  public String inr(LocalDateTime at, String value) {
    return result(at, "NM", "6301-6^INR^LN", value, "{INR}");
  }

  public String result(LocalDateTime at, String type, String code, String value, String unit) {
    String number = "L" + CONTROL.incrementAndGet();
    return message(
        at,
        "ORU^R01^ORU_R01",
        pid(),
        pv1(),
        "ORC|RE|" + number + "^LAB|" + number + "F^LAB",
        "OBR|1|" + number + "^LAB|" + number + "F^LAB|PANEL^Laboratory^L|||" + stamp(at),
        "OBX|1|" + type + "|" + code + "||" + value + "|" + unit + "|||||F|||" + stamp(at));
  }

  public String genotype(LocalDateTime at, String gene, String diplotype) {
    String number = "G" + CONTROL.incrementAndGet();
    return message(
        at,
        "ORU^R01^ORU_R01",
        pid(),
        pv1(),
        "ORC|RE|" + number + "^LAB|" + number + "F^LAB",
        "OBR|1|" + number + "^LAB|" + number + "F^LAB|51969-4^Genetic analysis^LN|||" + stamp(at),
        "OBX|1|CWE|48018-6^Gene studied^LN|1|" + gene + "^" + gene + "^HGNC||||||F|||" + stamp(at),
        "OBX|2|ST|84413-4^Genotype display name^LN|1|" + diplotype + "||||||F|||" + stamp(at));
  }

  public String merge(LocalDateTime at, String dying) {
    return message(
        at, "ADT^A40^ADT_A39", "EVN||" + stamp(at), pid(), "MRG|" + dying + "^^^HOSP^MR");
  }

  public String message(LocalDateTime at, String type, String... segments) {
    return "MSH|^~\\&|PHARM|HOSP|RXTWIN|HOSP|"
        + stamp(at)
        + "||"
        + type
        + "|C"
        + CONTROL.incrementAndGet()
        + "|P|2.5.1\r"
        + lines(segments)
        + "\r";
  }

  public String pid() {
    return "PID|1||" + patient + "^^^HOSP^MR||Test^Person||" + born + "|" + sex;
  }

  public static String pv1() {
    return "PV1|1|I|W1^1^1^HOSP";
  }

  private static String lines(String... segments) {
    return String.join(
        "\r", java.util.Arrays.stream(segments).filter(each -> !each.isEmpty()).toList());
  }

  public static String stamp(LocalDateTime at) {
    return at.format(STAMP);
  }
}
