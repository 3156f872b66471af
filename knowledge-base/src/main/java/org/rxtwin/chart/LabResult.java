package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One result of a laboratory or of the bedside.
 *
 * @param resultId what a correction refers to: order number, code and sub-id
 * @param analyte all codes and words that name what was measured; mapped codes first
 * @param value what was found; empty when it could not be read, or was withdrawn
 * @param status how final it is
 * @param sampledAt when the specimen was taken
 * @param comments about the specimen, such as haemolysis; one that begins with {@link
 *     #CLINICAL_INFORMATION} is about the patient
 * @param problems what could not be read
 * @param toldAt when the message that tells it was sent: the latest word counts, in whatever order
 *     messages arrive
 * @param panel code or words of the order it is part of; may share its number with others; empty of
 *     a document
 * @param parent what it is a finding of, such as the organism of a susceptibility, in words
 * @param interpretation the laboratory's own short flags, such as {@code S}, {@code R}, {@code HH}
 * @param origin where it stood; events of old do not tell it
 */
public record LabResult(
    String resultId,
    List<Coding> analyte,
    Optional<ResultValue> value,
    Status status,
    Optional<ClinicalTime> sampledAt,
    List<String> comments,
    List<ReadProblem> problems,
    Optional<ClinicalTime> toldAt,
    Optional<String> panel,
    Optional<String> parent,
    Optional<String> interpretation,
    Optional<Origin> origin) {
  /** Begins a comment that the request told of the patient, not of the specimen. */
  public static final String CLINICAL_INFORMATION = "clinical information: ";

  /** In events of old the panel of what stood in a document. */
  private static final String OLD_DOCUMENT = "document";

  /** Where a result stood. */
  public enum Origin {
    /** A report of the laboratory, of a ward or of a device. */
    REPORT,
    /** A document, which may repeat what was measured long before. */
    DOCUMENT
  }

  /** How final a result is (HL7 table 0085, the part that matters). */
  public enum Status {
    PRELIMINARY,
    /** Nobody says how final: it counts as preliminary, but it is news. */
    NOT_TOLD,
    FINAL,
    CORRECTED,
    /** What was preliminary is final (U); its value need not be repeated. */
    CONFIRMED,
    /** Deleted (D) or posted in error (W): it never was. */
    WITHDRAWN,
    /** Not sought (N) or not to be had (X): nothing stands under its number, others do. */
    NOT_OBTAINED
  }

  /** A result of which nobody tells more than itself. */
  public LabResult(
      String resultId,
      List<Coding> analyte,
      Optional<ResultValue> value,
      Status status,
      Optional<ClinicalTime> sampledAt,
      List<String> comments,
      List<ReadProblem> problems) {
    this(
        resultId,
        analyte,
        value,
        status,
        sampledAt,
        comments,
        problems,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A result of which nobody tells where it stood. */
  public LabResult(
      String resultId,
      List<Coding> analyte,
      Optional<ResultValue> value,
      Status status,
      Optional<ClinicalTime> sampledAt,
      List<String> comments,
      List<ReadProblem> problems,
      Optional<ClinicalTime> toldAt,
      Optional<String> panel,
      Optional<String> parent,
      Optional<String> interpretation) {
    this(
        resultId,
        analyte,
        value,
        status,
        sampledAt,
        comments,
        problems,
        toldAt,
        panel,
        parent,
        interpretation,
        Optional.empty());
  }

  public LabResult {
    if (origin.isEmpty() && panel.filter(OLD_DOCUMENT::equals).isPresent()) {
      origin = Optional.of(Origin.DOCUMENT);
      panel = Optional.empty();
    }
    analyte = List.copyOf(analyte);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }

  /**
   * The id without the sampling time, by which a correction that moves the time finds its result;
   * empty where no order number stands in it.
   */
  public Optional<String> series() {
    int end = resultId.lastIndexOf('|');
    boolean numbered = end > 0 && resultId.charAt(0) != '|' && !resultId.startsWith("message:");
    return numbered ? Optional.of(resultId.substring(0, end)) : Optional.empty();
  }

  /** Whether it stood in a document. */
  public boolean ofDocument() {
    return origin.filter(each -> each == Origin.DOCUMENT).isPresent();
  }

  /** Whether it stood in a document that does not tell when it was measured: perhaps long ago. */
  public boolean undated() {
    return ofDocument() && sampledAt.isEmpty();
  }

  /** Whether it may still change: preliminary, or nobody says how final. */
  public boolean preliminary() {
    return status == Status.PRELIMINARY || status == Status.NOT_TOLD;
  }

  /** Whether nothing is left of it. */
  public boolean gone() {
    return status == Status.WITHDRAWN || status == Status.NOT_OBTAINED;
  }

  /** Whether it takes back or changes what was told before. */
  public boolean corrects() {
    return status == Status.CORRECTED || status == Status.WITHDRAWN;
  }

  /** The same result with one more problem. */
  LabResult doubted(ReadProblem why) {
    List<ReadProblem> all = new ArrayList<>(problems);
    all.add(why);
    return as(status, value, all);
  }

  /** The same result as final, with that value where it repeats none. */
  LabResult confirmed(Optional<ResultValue> before) {
    return as(Status.FINAL, value.or(() -> before), problems);
  }

  private LabResult as(Status other, Optional<ResultValue> found, List<ReadProblem> all) {
    return new LabResult(
        resultId,
        analyte,
        found,
        other,
        sampledAt,
        comments,
        all,
        toldAt,
        panel,
        parent,
        interpretation,
        origin);
  }
}
