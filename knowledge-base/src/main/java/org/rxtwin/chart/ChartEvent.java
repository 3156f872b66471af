package org.rxtwin.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something that happened to a chart. Fields are only ever added; old events stay readable. */
public sealed interface ChartEvent {
  /**
   * The patient was identified, or what is known of the person was updated.
   *
   * @param birthDate day of birth
   * @param bornWithin its year or month, where the day is not told
   */
  record PatientIdentified(
      Identifier identifier,
      Optional<LocalDate> birthDate,
      Sex sex,
      Optional<String> race,
      Optional<BirthSpan> bornWithin)
      implements ChartEvent {
    /** A person whose day of birth is told, or nothing of it. */
    public PatientIdentified(
        Identifier identifier, Optional<LocalDate> birthDate, Sex sex, Optional<String> race) {
      this(identifier, birthDate, sex, race, Optional.empty());
    }

    @Override
    public String toString() {
      return "PatientIdentified[redacted]";
    }
  }

  /**
   * The stay changed: where the patient is, or what kind of patient.
   *
   * @param location ward; of a cancelled transfer or discharge where the patient is after it. Empty
   *     where not told
   * @param service hospital service, where told
   * @param patientClass HL7 table 0004: I inpatient, O outpatient, E emergency, ..., where told
   * @param visit number of the visit, where told
   * @param priorLocation ward before the event that this one tells of, where told
   */
  record StayChanged(
      Kind kind,
      String location,
      Optional<String> service,
      Optional<String> patientClass,
      Optional<String> visit,
      Optional<String> priorLocation)
      implements ChartEvent {
    /** A change of which the ward alone is told. */
    public StayChanged(Kind kind, String location) {
      this(kind, location, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
      return "StayChanged[" + kind + "]";
    }

    /** What changed. */
    public enum Kind {
      ADMITTED,
      DISCHARGED,
      UPDATED,
      PREADMITTED,
      TRANSFERRED,
      /** An outpatient became an inpatient, or the other way about. */
      CLASS_CHANGED,
      ADMISSION_CANCELLED,
      TRANSFER_CANCELLED,
      DISCHARGE_CANCELLED
    }
  }

  /**
   * A drug was ordered.
   *
   * @param toldAt when the message that tells it was sent
   */
  record MedicationOrdered(MedicationOrder order, Optional<ClinicalTime> toldAt)
      implements ChartEvent {
    /** An order of which nobody tells when it was sent. */
    public MedicationOrdered(MedicationOrder order) {
      this(order, Optional.empty());
    }
  }

  /**
   * An order was changed: the whole order as it is now.
   *
   * @param toldAt when the message that tells it was sent
   */
  record OrderChanged(MedicationOrder order, Optional<ClinicalTime> toldAt) implements ChartEvent {
    /** A change of which nobody tells when it was sent. */
    public OrderChanged(MedicationOrder order) {
      this(order, Optional.empty());
    }
  }

  /**
   * The receiver of an order, or of its change, answered that it has it. An order that the chart
   * does not know begins. Of one that it knows nothing changes but, where a change is confirmed,
   * what is given: one that has ended or is held stays so.
   *
   * @param change whether a change is confirmed
   * @param toldAt when the message that tells it was sent
   */
  record OrderConfirmed(MedicationOrder order, boolean change, Optional<ClinicalTime> toldAt)
      implements ChartEvent {}

  /**
   * An order ended.
   *
   * @param effective when it ends, where that lies after the telling: until then it runs on
   * @param toldAt when the message that tells it was sent
   * @param drug which drug ends, where told: of several under one number only that one does
   */
  record OrderDiscontinued(
      String orderId,
      String reason,
      Optional<ClinicalTime> effective,
      Optional<ClinicalTime> toldAt,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Coding> drug)
      implements ChartEvent {
    /** An end of which nobody tells when it was sent, nor of which drug. */
    public OrderDiscontinued(String orderId, String reason, Optional<ClinicalTime> effective) {
      this(orderId, reason, effective, Optional.empty(), List.of());
    }

    /** An order that ended when it was told. */
    public OrderDiscontinued(String orderId, String reason) {
      this(orderId, reason, Optional.empty());
    }

    public OrderDiscontinued {
      drug = List.copyOf(drug);
    }

    /**
     * When it ends: at once, or later where that is told; a date without an hour ends when it is
     * over.
     *
     * @param told when its end was told
     */
    public Instant endsAt(Instant told) {
      return effective
          .map(
              each ->
                  each.hasTimeOfDay() ? each.instant() : each.instant().plus(Duration.ofDays(1)))
          .filter(each -> each.isAfter(told))
          .orElse(told);
    }
  }

  /**
   * An order was held, or released again.
   *
   * @param toldAt when the message that tells it was sent
   * @param drug which drug is meant, where told: of several under one number only that one is
   */
  record OrderHeld(
      String orderId,
      boolean held,
      Optional<ClinicalTime> toldAt,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Coding> drug)
      implements ChartEvent {
    /** A hold of which nobody tells when it was sent, nor of which drug. */
    public OrderHeld(String orderId, boolean held) {
      this(orderId, held, Optional.empty(), List.of());
    }

    public OrderHeld {
      drug = List.copyOf(drug);
    }
  }

  /**
   * How an order is known otherwise, or what it is part of.
   *
   * @param others numbers: one of them, where {@code relation} says so
   */
  record OrderRelated(String orderId, Relation relation, List<String> others)
      implements ChartEvent {
    /** What the other numbers are to the order. */
    public enum Relation {
      /** Its own: the filler's number beside the placer's. */
      ALSO_KNOWN_AS,
      /** Its parent's, which may be written in several ways. */
      CHILD_OF
    }

    public OrderRelated {
      others = List.copyOf(others);
    }
  }

  /** A dose was given, given in part, or not given; or the record of it changed. */
  record Administered(Administration administration) implements ChartEvent {}

  /** A supply left the pharmacy. */
  record Dispensed(Dispense dispense) implements ChartEvent {}

  /** A diagnosis or another state of the patient was recorded, or its record changed. */
  record ConditionRecorded(Condition condition) implements ChartEvent {}

  /** A result was reported, corrected or withdrawn. */
  record ResultReported(LabResult result) implements ChartEvent {}

  /**
   * All that was reported under one order, or in one document, is taken back.
   *
   * @param order number of the order as {@link LabResult#resultId} begins with it
   * @param panel only results of this panel: other orders may share the number
   * @param toldAt when the message that tells it was sent; what is told later stands
   * @param sampledAt only results of this time: one order may be answered hour by hour; empty takes
   *     back those of all times
   * @param origin where they stood; events of old do not tell it
   */
  record ResultsWithdrawn(
      String order,
      Optional<String> panel,
      Optional<ClinicalTime> toldAt,
      Optional<ClinicalTime> sampledAt,
      Optional<LabResult.Origin> origin)
      implements ChartEvent {
    /** A withdrawal of results of whatever time. */
    public ResultsWithdrawn(String order, Optional<String> panel, Optional<ClinicalTime> toldAt) {
      this(order, panel, toldAt, Optional.empty(), Optional.empty());
    }

    public ResultsWithdrawn {
      if (origin.isEmpty() && order.startsWith("document:")) {
        origin = Optional.of(LabResult.Origin.DOCUMENT);
        panel = Optional.empty();
      }
    }

    boolean ofDocument() {
      return origin.filter(each -> each == LabResult.Origin.DOCUMENT).isPresent();
    }
  }

  /** An allergy was recorded, or its record changed. */
  record AllergyRecorded(Allergy allergy) implements ChartEvent {}

  /** A genotype was reported. */
  record GenotypeReported(Genotype genotype) implements ChartEvent {}

  /**
   * Another chart was merged into this one.
   *
   * @param ended the identifier that the merge ended; events of old do not tell it
   */
  record PatientMerged(ChartId dying, Optional<Identifier> ended) implements ChartEvent {
    /** A merge of which only the chart is told. */
    public PatientMerged(ChartId dying) {
      this(dying, Optional.empty());
    }

    @Override
    public String toString() {
      return "PatientMerged[" + dying + "]";
    }
  }

  /** Something in a message could not be read. */
  record ReadingTroubled(String what, List<ReadProblem> problems) implements ChartEvent {
    /**
     * What it is where a visit was moved between two patients: people must look at both records.
     */
    public static final String VISIT_MOVED = "visit moved";

    public ReadingTroubled {
      problems = List.copyOf(problems);
    }
  }

  /** A message for this patient could not be processed: the chart is not whole. */
  record MarkedIncomplete(String reason) implements ChartEvent {}

  /**
   * A message that marked the chart incomplete is accounted for.
   *
   * @param lostMessage its internal id
   */
  record IncompletenessEnded(String lostMessage, How how) implements ChartEvent {
    /** What became of it. */
    public enum How {
      /** It was processed after all: its events stand in the chart. */
      PROCESSED,
      /** A person answered the alert about it that it was dealt with. */
      DEALT_WITH_BY_HAND
    }
  }

  /** A wake-up that was asked for has fallen due. */
  record DueReached(String key, Instant due) implements ChartEvent {}

  /**
   * The twin answered.
   *
   * @param asked fingerprint of the question; the same question is not asked twice. Empty where the
   *     answer hangs on the hour alone ("busy"): then it is asked again
   */
  record DoseJudged(DoseVerdict verdict, String asked) implements ChartEvent {}

  /**
   * The twin did not answer in time; a replay obeys this.
   *
   * @param asked fingerprint of the question; events of version 1 do not tell it
   */
  record TwinTimedOut(String questionKey, Optional<String> asked) implements ChartEvent {}

  /**
   * The twin answered a question after its time was over.
   *
   * @param asked fingerprint of the question; a chart that has moved on since does not use it
   * @param check internal id of the message at whose check it was asked
   */
  record DoseJudgedLate(DoseVerdict verdict, String asked, String check) implements ChartEvent {}

  /** An alert was issued or updated: what the next evaluation must remember of it. */
  record AlertIssued(EpisodeState episode) implements ChartEvent {}

  /** A person answered an alert. */
  record FeedbackGiven(Feedback feedback) implements ChartEvent {}
}
