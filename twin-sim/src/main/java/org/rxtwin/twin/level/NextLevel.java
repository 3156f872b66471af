package org.rxtwin.twin.level;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.dose.Option;

/**
 * When to measure next: of an infused drug before an early dose of the regimen, of others once it
 * has settled, always just before a dose.
 */
final class NextLevel {
  private static final double DAY = 24;
  private static final double WEEK = 7;
  private static final double LONGEST = 14 * DAY;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final LevelCase patient;
  private final LevelForecast forecast;

  NextLevel(LevelCase patient, LevelForecast forecast) {
    this.patient = patient;
    this.forecast = forecast;
  }

  /** The moment, under a regimen that is kept or begins now. */
  Instant at(Option option, boolean kept) {
    return after(hours(option, kept && !patient.levels().list().isEmpty()));
  }

  /** When a regimen gives its first dose, as a sentence ends. */
  String begins(Option option) {
    return TIME.format(after(patient.firstDose(option.intervalHours())).atOffset(ZoneOffset.UTC));
  }

  private Instant after(double hours) {
    return patient.question().at().plus(Duration.ofMinutes(FastMath.round(hours * 60)));
  }

  /** As a sentence ends. */
  String words(Option option, boolean kept) {
    return "just before the dose of " + TIME.format(at(option, kept).atOffset(ZoneOffset.UTC));
  }

  /**
   * Sooner where another drug comes or goes, where a day long before the settling is judged, and
   * where elimination is saturated: there a level leaves its range on the way, weeks before it
   * settles.
   */
  private double soonest() {
    double days = forecast.onDay().orElse(Double.POSITIVE_INFINITY) / 3;
    if (patient.model().structure().saturable()) {
      days = WEEK;
    }
    return DAY * (patient.steady() ? days : Math.min(days, 3));
  }

  private double hours(Option option, boolean settled) {
    double first = patient.firstDose(option.intervalHours());
    double wanted;
    if (patient.giving().infusion().isPresent() && !settled) {
      wanted = first + (option.intervalHours() >= DAY ? 1 : 3) * option.intervalHours();
    } else if (settled) {
      wanted = WEEK * DAY;
    } else {
      wanted = Math.min(LONGEST, Math.max(2 * DAY, forecast.settles()));
    }
    if (!settled || !patient.steady()) {
      wanted = Math.min(wanted, soonest());
    }
    double doses = Math.max(0, FastMath.ceil((wanted - first) / option.intervalHours() - 1e-9));
    double at = first + doses * option.intervalHours();
    return at > 0 ? at : option.intervalHours();
  }
}
