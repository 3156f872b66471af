package org.rxtwin.chart;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An alert as receivers get it; the fields are those of the contract {@code rxtwin.alert/1}.
 *
 * @param alertId the episode
 * @param version 1 and up; a receiver deduplicates by both
 * @param status open, updated or closed
 * @param time evaluation time
 * @param tier who is disturbed
 * @param severity worst of the findings
 * @param kind leading finding's
 * @param patient whom it is about
 * @param subjects drugs concerned
 * @param title under 140 characters
 * @param advice what to do
 * @param findings what was found, worst first
 * @param twin what the twin said
 * @param actions what can be done with one key
 * @param overrideReasons coded reasons an answer may give
 * @param obligations what must be measured, by when
 * @param trigger message that caused it
 * @param location ward, may be empty
 * @param roles who should see it
 * @param notes what a reader must know of the chart: an unread order, a lost message
 * @param basis hash over rules, knowledge, models, settings and program
 */
public record Alert(
    String alertId,
    int version,
    Status status,
    Instant time,
    Tier tier,
    Severity severity,
    FindingKind kind,
    Patient patient,
    List<Subject> subjects,
    String title,
    String advice,
    List<Finding> findings,
    Optional<Twin> twin,
    List<String> actions,
    List<String> overrideReasons,
    List<Obligation> obligations,
    Trigger trigger,
    String location,
    List<String> roles,
    List<String> notes,
    String basis) {
  /** Where an episode stands. */
  public enum Status {
    OPEN,
    UPDATED,
    CLOSED;

    /** The word used in messages. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whom an alert is about.
   *
   * @param chart the engine's own id
   * @param ref identifier as received
   */
  public record Patient(ChartId chart, Optional<Identifier> ref) {}

  /** A drug concerned. */
  public record Subject(String name, Optional<String> rxcui, Optional<String> orderId) {}

  /** Something that must be measured. */
  public record Obligation(String analyte, Instant by) {}

  /** What caused the evaluation. */
  public record Trigger(String messageId, String type) {}

  /**
   * What the twin said.
   *
   * @param verdict {@code safe}, {@code adjust}, {@code unsafe} or {@code cannot-tell}
   * @param dosesAssumed true when doses are assumed as ordered
   * @param recommendedScreened true when the proposal passed the whole screening
   */
  public record Twin(
      String verdict,
      String why,
      Optional<DoseVerdict.TwinRun> run,
      Optional<DoseVerdict.Outlook> recommended,
      boolean dosesAssumed,
      boolean recommendedScreened) {}

  public Alert {
    subjects = List.copyOf(subjects);
    findings = List.copyOf(findings);
    actions = List.copyOf(actions);
    overrideReasons = List.copyOf(overrideReasons);
    obligations = List.copyOf(obligations);
    roles = List.copyOf(roles);
    notes = List.copyOf(notes);
  }

  @Override
  public String toString() {
    return "Alert[" + alertId + ":" + version + " " + tier + " " + kind.wire() + "]";
  }
}
