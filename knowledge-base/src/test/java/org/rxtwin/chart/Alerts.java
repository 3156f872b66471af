package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.quantity.Dose;

/** An alert for tests: warfarin 5 mg, fluconazole just ordered, the twin proposes 3 mg. */
final class Alerts {
  static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private Alerts() {}

  static Alert warfarinWithFluconazole() {
    return new Alert(
        "00112233445566778899aabbccddeeff",
        1,
        Alert.Status.OPEN,
        NOW,
        Tier.INTERRUPT,
        Severity.MAJOR,
        FindingKind.INTERACTION,
        new Alert.Patient(Events.CHART, Optional.of(new Identifier("HOSP", "4711"))),
        List.of(
            new Alert.Subject("fluconazole", Optional.of("4450"), Optional.of("F1")),
            new Alert.Subject("warfarin", Optional.of("11289"), Optional.of("A1"))),
        "Fluconazole raises the exposure to warfarin",
        "Reduce warfarin from 5 mg daily to 3 mg daily while fluconazole runs; measure INR by"
            + " 2026-03-05 08:00; twin (unconfirmed) expects INR 4.1 (3.0-5.6) on day 7 at 5 mg,"
            + " 2.6 (2.0-3.3) at 3 mg",
        List.of(finding()),
        Optional.of(twin()),
        List.of("change-dose: warfarin 3 mg PO every 24 h", "order-test: INR"),
        List.of("level-is-being-measured", "benefit-outweighs-risk"),
        List.of(new Alert.Obligation("INR", NOW.plus(Duration.ofDays(3)))),
        new Alert.Trigger("internal-17", "RDE^O11"),
        "W1^101^A",
        List.of("pharmacist"),
        List.of("Doses are assumed as ordered; no administrations were read."),
        "basis-1");
  }

  static Finding finding() {
    return new Finding(
        FindingKind.INTERACTION,
        new RuleRef("interaction/exposure", "1"),
        Severity.MAJOR,
        Tier.INTERRUPT,
        "warfarin-effect",
        List.of("warfarin", "fluconazole"),
        List.of("A1", "F1"),
        "Fluconazole raises the exposure to warfarin",
        List.of(
            new Reason(
                "order", "fluconazole ordered", "400", "mg", Optional.of(NOW), "internal-17"),
            new Reason(
                "result",
                "last INR",
                "2.4",
                "1",
                Optional.of(NOW.minus(Duration.ofDays(1))),
                "internal-9"),
            Reason.of("genotype", "CYP2C9 *1/*3")),
        new Advice("Reduce warfarin", Optional.of("inr"), Optional.of(72.0), Optional.empty()),
        List.of(
            new Evidence("Drug Metab Dispos 50:1302", "abstract", 2022, "", true),
            new Evidence("remembered label text", "", 0, "", false)),
        true,
        Optional.of("warfarin"));
  }

  static Alert.Twin twin() {
    DoseVerdict.Outlook current = outlook(5, 2.4, 2.6, 0.18, 0.02, 0.71);
    DoseVerdict.Outlook best = outlook(3, 2.4, 0.25, 0.78, 0.12, 0.06);
    return new Alert.Twin(
        "adjust",
        "INR leaves the target under 5 mg daily",
        Optional.of(
            new DoseVerdict.TwinRun(
                "warfarin-hamberg-2007",
                "a1b2",
                false,
                42,
                "INR",
                "1",
                2,
                3,
                Optional.of(current),
                List.of("VKORC1 unknown: averaged over the population"),
                Optional.of(NOW.plus(Duration.ofDays(3))))),
        Optional.of(best),
        true,
        true);
  }

  /** A course that rises from {@code start} by {@code rise} with a half-time of three days. */
  static DoseVerdict.Outlook outlook(
      double milligrams, double start, double rise, double target, double low, double toxic) {
    List<ForecastPoint> points =
        java.util.stream.IntStream.rangeClosed(0, 14)
            .mapToObj(
                day -> {
                  double median = start + rise * (1 - StrictMath.pow(0.5, day / 3.0));
                  return new ForecastPoint(
                      NOW.plus(Duration.ofDays(day)),
                      day,
                      median,
                      median * (1 - 0.015 * day),
                      median * (1 + 0.025 * day));
                })
            .toList();
    return new DoseVerdict.Outlook(
        new Regimen("warfarin", Dose.milligrams(milligrams), 24, "PO"), points, target, low, toxic);
  }
}
