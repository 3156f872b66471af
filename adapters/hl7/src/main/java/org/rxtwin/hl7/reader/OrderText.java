package org.rxtwin.hl7.reader;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.quantity.Figures;

/**
 * The regimen of an order in one line, as a pharmacist compares it with the message: {@code 500 mg
 * | every 8 h | until 2026-03-08 08:00}. {@code none} says that nothing was told, {@code refused}
 * that something was and is not used. Times are in UTC.
 */
public final class OrderText {
  private static final String BETWEEN = " | ";
  private static final String NEXT = " ; then ";
  private static final double HOURS_PER_DAY = 24;
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> DOSE_FIELDS =
      List.of(
          "RXE-3", "RXE-4", "RXE-5", "RXE-19", "RXE-22", "RXE-25", "RXE-26", "RXO-2", "RXO-3",
          "RXO-4", "RXO-17", "RXO-18", "RXO-19", "RXC-3", "RXC-4", "TQ1-2", "RXE-7", "RXE-21",
          "RXO-6", "RXO-7", "TQ1-12", "ORC-7.1", "RXE-1.1");
  private static final List<String> TIMING_FIELDS =
      List.of(
          "RXE-1", "ORC-7", "TQ1-3", "TQ1-4", "TQ1-5", "TQ1-6", "TQ1-10", "TQ1-11", "TQ1-12",
          "TQ1-14", "RXE-7", "RXE-21", "RXO-6", "RXO-7");

  private OrderText() {}

  /** Dose, schedule and what else is told of how the order is given. */
  public static String regimen(MedicationOrder order) {
    List<String> parts = new ArrayList<>();
    parts.add(order.phases().isEmpty() ? only(order) : phases(order));
    order
        .infusion()
        .ifPresent(
            infusion -> {
              infusion.hours().ifPresent(each -> parts.add("over " + Figures.plain(each) + " h"));
              infusion.perHour().ifPresent(each -> parts.add("at " + dose(each) + "/h"));
            });
    order.start().ifPresent(each -> parts.add("from " + time(each)));
    order.stop().ifPresent(each -> parts.add("until " + time(each)));
    return String.join(BETWEEN, parts);
  }

  /** Whether that is why an order is not used at all. */
  public static boolean unused(ReadProblem problem) {
    return problem.reason().equals(RegimenReader.NO_DRUG);
  }

  private static String only(MedicationOrder order) {
    return dose(order.dose(), order.doseMax(), order.problems())
        + BETWEEN
        + timing(order.timing(), order.problems());
  }

  private static String phases(MedicationOrder order) {
    return order.phases().stream()
        .map(each -> phase(each, order.problems()))
        .collect(Collectors.joining(NEXT));
  }

  private static String phase(OrderPhase phase, List<ReadProblem> problems) {
    String step =
        dose(phase.dose(), phase.doseMax(), problems) + BETWEEN + timing(phase.timing(), problems);
    boolean once = phase.timing().kind() == Timing.Kind.ONCE;
    return step
        + phase
            .hours()
            .filter(each -> !once)
            .map(each -> BETWEEN + "for " + duration(each))
            .orElse("");
  }

  private static String duration(double hours) {
    boolean days = hours % HOURS_PER_DAY == 0;
    return days ? Figures.plain(hours / HOURS_PER_DAY) + " d" : Figures.plain(hours) + " h";
  }

  private static String dose(
      Optional<Dose> least, Optional<Dose> most, List<ReadProblem> problems) {
    if (least.isPresent() && most.isPresent()) {
      return Figures.plain(least.get().amount()) + "-" + dose(most.get());
    }
    return least
        .map(OrderText::dose)
        .or(() -> most.map(each -> "at most " + dose(each)))
        .orElseGet(() -> missing(problems, DOSE_FIELDS));
  }

  private static String dose(Dose dose) {
    return Figures.plain(dose.amount()) + " " + unit(dose.unit());
  }

  private static String unit(DoseUnit unit) {
    return switch (unit) {
      case MG -> "mg";
      case ML -> "mL";
      case UNIT -> "unit";
      case MMOL -> "mmol";
      case MEQ -> "meq";
      case PIECE -> "piece";
    };
  }

  private static String timing(Timing timing, List<ReadProblem> problems) {
    return switch (timing.kind()) {
      case INTERVAL -> "every " + Figures.plain(timing.intervalHours()) + " h" + when(timing);
      case ONCE -> "once";
      case CONTINUOUS -> "continuous";
      case AS_NEEDED -> "as needed" + ceiling(timing);
      case UNKNOWN -> missing(problems, TIMING_FIELDS);
    };
  }

  private static String ceiling(Timing timing) {
    String apart =
        timing.intervalHours() > 0
            ? ", at least " + Figures.plain(timing.intervalHours()) + " h apart"
            : "";
    return apart
        + timing.maxPerDay().map(each -> ", at most " + Figures.plain(each) + " a day").orElse("");
  }

  private static String when(Timing timing) {
    String times =
        timing.times().stream().map(LocalTime::toString).collect(Collectors.joining(" "));
    String days = timing.weekdays().stream().map(OrderText::day).collect(Collectors.joining(" "));
    return (times.isEmpty() ? "" : " at " + times) + (days.isEmpty() ? "" : " on " + days);
  }

  private static String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
  }

  /** Whether something stood there and was refused, or nothing stood there. */
  private static String missing(List<ReadProblem> problems, List<String> fields) {
    return problems.stream().anyMatch(each -> refused(each, fields)) ? "refused" : "none";
  }

  private static boolean refused(ReadProblem problem, List<String> fields) {
    return fields.contains(problem.field()) && !problem.reason().endsWith("came none");
  }

  /**
   * A day begins at midnight of its own zone: by noon UTC it has the same date nearly everywhere.
   */
  private static String time(ClinicalTime time) {
    Instant instant = time.instant();
    return time.hasTimeOfDay()
        ? MINUTE.format(instant)
        : MINUTE.format(instant.plus(HALF_A_DAY)).substring(0, "yyyy-MM-dd".length());
  }
}
