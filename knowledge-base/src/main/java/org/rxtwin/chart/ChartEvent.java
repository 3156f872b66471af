package org.rxtwin.chart;

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

  /** The stay changed: admitted, registered, discharged, updated. */
  record StayChanged(Kind kind, String location) implements ChartEvent {
    /** What changed. */
    public enum Kind {
      ADMITTED,
      DISCHARGED,
      UPDATED
    }
  }

  /** A drug was ordered. */
  record MedicationOrdered(MedicationOrder order) implements ChartEvent {}

  /** An order was changed: the whole order as it is now. */
  record OrderChanged(MedicationOrder order) implements ChartEvent {}

  /** An order ended. */
  record OrderDiscontinued(String orderId, String reason) implements ChartEvent {}

  /** An order was held, or released again. */
  record OrderHeld(String orderId, boolean held) implements ChartEvent {}

  /** A dose was given, given in part, or not given; or the record of it changed. */
  record Administered(Administration administration) implements ChartEvent {}

  /** A supply left the pharmacy. */
  record Dispensed(Dispense dispense) implements ChartEvent {}

  /** A diagnosis or another state of the patient was recorded, or its record changed. */
  record ConditionRecorded(Condition condition) implements ChartEvent {}

  /** A result was reported, corrected or withdrawn. */
  record ResultReported(LabResult result) implements ChartEvent {}

  /** An allergy was recorded, or its record changed. */
  record AllergyRecorded(Allergy allergy) implements ChartEvent {}

  /** A genotype was reported. */
  record GenotypeReported(Genotype genotype) implements ChartEvent {}

  /** Another chart was merged into this one. */
  record PatientMerged(ChartId dying) implements ChartEvent {}

  /** Something in a message could not be read. */
  record ReadingTroubled(String what, List<ReadProblem> problems) implements ChartEvent {
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
