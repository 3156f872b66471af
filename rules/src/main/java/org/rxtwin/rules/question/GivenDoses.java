package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.rules.question.DoseSchedule.Due;

/**
 * Doses as the ward recorded them in place of those assumed as ordered (rule 16). A record stands
 * for the due dose of its order that lies nearest, within half an interval; one that tells the day
 * only, for the first of that day without a record. Where the ward records an order, a dose without
 * a record counts as given only while its record may still come (half an interval) or where it was
 * due before the first record; else it was not given, which is said. Two such doses in a row at the
 * end mean that the records have stopped: then nobody can tell.
 */
final class GivenDoses {
  private static final double MINUTES_PER_HOUR = 60;

  private static final Duration DAY = Duration.ofHours(24);

  /** So many doses in a row without a record, and the records themselves are in doubt. */
  private static final int RECORDS_STOPPED = 2;

  private final List<Due> due;
  private final List<Administration> records;
  private final Instant at;
  private final Map<Administration, Integer> matched = new LinkedHashMap<>();
  private final BitSet met = new BitSet();
  private final List<Taken> taken = new ArrayList<>();
  private final List<Due> unrecorded = new ArrayList<>();

  /**
   * One dose.
   *
   * @param at when it began
   * @param milligrams how much, where it could be read
   * @param infusionHours over how many hours as recorded; zero where not told
   * @param given recorded; else assumed as ordered
   */
  record Taken(Instant at, Optional<Double> milligrams, double infusionHours, boolean given) {}

  /**
   * @param due doses due before {@code at}, oldest first
   * @param records what the ward recorded of the drug
   */
  GivenDoses(List<Due> due, List<Administration> records, Instant at) {
    this.due = List.copyOf(due);
    this.records = records.stream().filter(each -> !each.start().instant().isAfter(at)).toList();
    this.at = at;
    this.records.stream().filter(each -> timed(each)).forEach(this::match);
    this.records.stream().filter(each -> !timed(each)).forEach(this::matchDay);
    this.records.stream().filter(Administration::reached).forEach(this::record);
    IntStream.range(0, due.size()).filter(i -> !met.get(i)).forEach(i -> assume(this.due.get(i)));
    taken.sort(Comparator.comparing(Taken::at));
  }

  /** Doses that reached the patient, oldest first. */
  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** When doses were due of which the ward has no record: taken as not given. */
  List<Instant> unrecorded() {
    return unrecorded.stream().map(Due::at).toList();
  }

  /** How many doses in a row the ward has not recorded, where its records have stopped. */
  Optional<Integer> stopped() {
    Instant last = records.stream().map(GivenDoses::start).max(Instant::compareTo).orElse(at);
    int after = (int) unrecorded().stream().filter(each -> each.isAfter(last)).count();
    return after >= RECORDS_STOPPED ? Optional.of(after) : Optional.empty();
  }

  private void match(Administration record) {
    boolean ordered = due.stream().anyMatch(each -> each.orderId().equals(record.orderId()));
    IntStream.range(0, due.size())
        .filter(i -> !met.get(i))
        .filter(i -> !ordered || due.get(i).orderId().equals(record.orderId()))
        .filter(i -> apart(due.get(i), record).compareTo(due.get(i).run().window()) <= 0)
        .boxed()
        .min(Comparator.comparing(i -> apart(due.get(i), record)))
        .ifPresent(
            i -> {
              matched.put(record, i);
              met.set(i);
            });
  }

  private static boolean timed(Administration record) {
    return record.start().hasTimeOfDay();
  }

  /** A record that tells the day only stands for the first dose due on it that has no record. */
  private void matchDay(Administration record) {
    IntStream.range(0, due.size())
        .filter(i -> !met.get(i) && !due.get(i).at().isBefore(start(record)))
        .filter(i -> due.get(i).at().isBefore(start(record).plus(DAY)))
        .filter(
            i ->
                due.get(i).orderId().equals(record.orderId())
                    || due.stream().noneMatch(each -> each.orderId().equals(record.orderId())))
        .findFirst()
        .ifPresent(
            i -> {
              matched.put(record, i);
              met.set(i);
            });
  }

  private Optional<Due> dueOf(Administration record) {
    return Optional.ofNullable(matched.get(record)).map(due::get);
  }

  private static Duration apart(Due due, Administration record) {
    return Duration.between(due.at(), start(record)).abs();
  }

  private void record(Administration record) {
    Optional<Double> told =
        record.dose().filter(dose -> dose.unit() == DoseUnit.MG).map(Dose::amount);
    boolean whole = record.outcome() == Administration.Outcome.GIVEN && record.problems().isEmpty();
    Optional<Double> ordered =
        whole ? dueOf(record).flatMap(each -> each.run().milligrams()) : Optional.empty();
    if (timed(record)) {
      taken.add(new Taken(start(record), told.or(() -> ordered), hours(record), true));
    } else {
      // The hour is assumed as ordered; of a dose at an hour nobody knows nothing can be told.
      taken.add(
          dueOf(record)
              .map(each -> new Taken(each.at(), told.or(() -> ordered), 0, false))
              .orElse(new Taken(start(record), Optional.empty(), 0, true)));
    }
  }

  private static double hours(Administration record) {
    return record
        .end()
        .map(ClinicalTime::instant)
        .filter(end -> end.isAfter(start(record)))
        .map(end -> Duration.between(start(record), end).toMinutes() / MINUTES_PER_HOUR)
        .orElse(0.0);
  }

  private void assume(Due each) {
    Optional<Instant> first = firstRecord(each.orderId());
    boolean before = first.map(record -> each.at().isBefore(record)).orElse(true);
    if (before || each.at().plus(each.run().window()).isAfter(at)) {
      taken.add(new Taken(each.at(), each.run().milligrams(), 0, false));
    } else {
      unrecorded.add(each);
    }
  }

  /** When the ward first recorded a dose of that order. */
  private Optional<Instant> firstRecord(String orderId) {
    return records.stream()
        .filter(
            each ->
                each.orderId().equals(orderId)
                    || dueOf(each).filter(of -> of.orderId().equals(orderId)).isPresent())
        .map(GivenDoses::start)
        .min(Instant::compareTo);
  }

  private static Instant start(Administration record) {
    return record.start().instant();
  }
}
