package org.rxtwin.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A patient's chart: the fold of its events, immutable. {@link #with} gives a new one. The fold is
 * the same whatever the order in which events with distinct times arrived, and however often.
 */
public final class Chart {
  private static final double DAYS_PER_YEAR = 365.25;

  private final ChartId id;
  private final List<StoredEvent> events;
  private final long lastSeq;
  private final ChartFold state;

  private Chart(ChartId id, List<StoredEvent> events, long lastSeq) {
    this.id = id;
    this.events = events;
    this.lastSeq = lastSeq;
    this.state = ChartFold.of(id, events);
  }

  /** A chart on which nothing has happened. */
  public static Chart empty(ChartId id) {
    return new Chart(id, List.of(), 0);
  }

  /**
   * A chart as a store hands it out: old results may have been left behind, the number of the last
   * event has not.
   */
  public static Chart restored(ChartId id, Collection<StoredEvent> events, long lastSeq) {
    Chart whole = empty(id).withAll(events);
    return new Chart(id, whole.events, Math.max(whole.lastSeq, lastSeq));
  }

  /** The chart after one more event. */
  public Chart with(StoredEvent event) {
    return withAll(List.of(event));
  }

  /** The chart after more events, in whatever order they come. */
  public Chart withAll(Collection<StoredEvent> more) {
    if (more.isEmpty()) {
      return this;
    }
    TreeSet<StoredEvent> sorted = new TreeSet<>(StoredEvent.FOLD_ORDER);
    sorted.addAll(events);
    sorted.addAll(more);
    return new Chart(id, List.copyOf(new ArrayList<>(sorted)), Math.max(lastSeq, lastOf(more)));
  }

  /** The engine's name of this chart. */
  public ChartId id() {
    return id;
  }

  /** All events, in fold order. */
  public List<StoredEvent> events() {
    return events;
  }

  /** Number of the last event written to this chart itself; zero for an empty one. */
  public long lastSeq() {
    return lastSeq;
  }

  private long lastOf(Collection<StoredEvent> some) {
    return some.stream()
        .filter(each -> each.chart().equals(id))
        .mapToLong(StoredEvent::seq)
        .max()
        .orElse(0);
  }

  /** The engine's clock at the last event, where there is one. */
  public Optional<Instant> lastRecordedAt() {
    return events.stream().map(StoredEvent::recordedAt).max(Instant::compareTo);
  }

  /** Identifiers the patient was known by, oldest first. */
  public List<Identifier> identifiers() {
    return state.person().identifiers();
  }

  /** Date of birth, where told. */
  public Optional<LocalDate> birthDate() {
    return state.person().birthDate();
  }

  /** Age in years at that instant, where the date of birth is known. */
  public Optional<Double> ageYears(Instant at) {
    return birthDate().map(born -> years(born, at));
  }

  /**
   * Between which ages the person is at that instant, where at least the year of birth is known.
   */
  public Optional<AgeRange> age(Instant at) {
    return ageYears(at)
        .map(years -> new AgeRange(years, years))
        .or(
            () ->
                state
                    .person()
                    .bornWithin()
                    .map(
                        span ->
                            new AgeRange(
                                Math.max(0, years(span.latest(), at)),
                                Math.max(0, years(span.earliest(), at)))));
  }

  private static double years(LocalDate born, Instant at) {
    return ChronoUnit.DAYS.between(born, at.atZone(ZoneOffset.UTC).toLocalDate()) / DAYS_PER_YEAR;
  }

  /** Administrative sex. */
  public Sex sex() {
    return state.person().sex();
  }

  /** Race as the sender coded it, where told; some dosing algorithms ask for it. */
  public Optional<String> race() {
    return state.person().race();
  }

  /** Last known location; empty when none. */
  public String location() {
    return stay().location();
  }

  /** Hospital service of the stay; empty when none was told. */
  public String service() {
    return stay().service();
  }

  /** HL7 table 0004: I inpatient, O outpatient, E emergency, ...; empty when none was told. */
  public String patientClass() {
    return stay().patientClass();
  }

  /** The stay as the last messages left it, cancelled ones taken back. */
  public Stay stay() {
    return state.person().stay();
  }

  /** All orders in the order in which they were first seen, ended ones included. */
  public List<OrderState> orders() {
    return state.orders();
  }

  /** What was done to them, in the order in which it took effect. */
  public List<OrderStep> orderSteps() {
    return state.timeline().steps();
  }

  /** The number under which the chart knows an order: the placer's, where its filler's is given. */
  public String orderNumber(String orderId) {
    return state.timeline().numberOf(orderId);
  }

  /** Results that stand, oldest first. */
  public List<ResultState> results() {
    return state.results();
  }

  /** Allergies that stand. */
  public List<AllergyState> allergies() {
    return state.allergies();
  }

  /** Records of doses given, given in part or not given, oldest first. */
  public List<AdministrationState> administrations() {
    return state.care().administrations();
  }

  /** Supplies that left the pharmacy, oldest first. */
  public List<DispenseState> dispenses() {
    return state.care().dispenses();
  }

  /** Diagnoses and other states that stand. */
  public List<ConditionState> conditions() {
    return state.care().conditions();
  }

  /** What was done to the patient: transplantations, dialyses and the like. */
  public List<ConditionState> procedures() {
    return state.care().procedures();
  }

  /** Genotypes reported, oldest first; two of one gene may disagree. */
  public List<GenotypeState> genotypes() {
    return state.genotypes();
  }

  /** Episodes with their last version, in the order in which they were opened. */
  public List<EpisodeState> episodes() {
    return state.episodes();
  }

  /**
   * Fingerprint of the question to which the last verdict is the answer; empty where the twin is to
   * be asked again.
   */
  public Optional<String> findAsked(String questionKey) {
    return state.findAsked(questionKey);
  }

  /** The last verdict of the twin for a question. */
  public Optional<DoseVerdict> findVerdict(String questionKey) {
    return state.findVerdict(questionKey);
  }

  /** Answers of people, oldest first. */
  public List<Feedback> feedback() {
    return state.feedback();
  }

  /** What could not be read for this patient. */
  public List<UnreadPart> unread() {
    return state.unread();
  }

  /** Wake-ups that have fallen due, oldest first. */
  public List<ChartEvent.DueReached> dueReached() {
    return state.dueReached();
  }

  /** Why the chart is not whole, where a message was lost to it. */
  public Optional<String> incomplete() {
    return state.lost().why();
  }

  /** Internal ids of messages that never reached this chart and are not accounted for, in order. */
  public List<String> lostMessages() {
    return state.lost().open();
  }

  /** Whether a lost message was processed later, or dealt with by hand. */
  public boolean isAccountedFor(String lostMessage) {
    return state.lost().isAccountedFor(lostMessage);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chart that && id.equals(that.id) && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + events.hashCode();
  }

  @Override
  public String toString() {
    return "Chart[" + id + ", " + events.size() + " events]";
  }
}
