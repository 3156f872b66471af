package org.rxtwin.rules.adjudication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Dose;

/**
 * The dose after its cause has stopped (rules 2, 8 and 9): the patient's measured state decides
 * when it goes back, never the calendar, so a dose that holds the target is kept until the level
 * moves.
 *
 * @param gone what has stopped, in words
 * @param now regimen in force
 * @param before regimen before the cause began, where the doses show one
 * @param falls whether the level falls as the effect wears off (an inhibitor stopped)
 * @param daysLeft days until the effect has gone
 */
record WayBack(String gone, Regimen now, Optional<Regimen> before, boolean falls, long daysLeft) {
  /** Doses of so many days before the cause began tell the dose of that time. */
  private static final Duration LOOK_BACK = Duration.ofDays(3);

  private static final double HOURS_PER_DAY = 24;

  /** The way back, where every cause the finding speaks of has stopped and its doses are known. */
  static Optional<WayBack> of(Finding finding, DoseQuestion question) {
    Instant at = question.at();
    List<ClearanceChange> causes =
        question.perpetrators().stream()
            .filter(each -> finding.ingredients().contains(each.ingredient()))
            .toList();
    boolean over =
        !causes.isEmpty() && causes.stream().allMatch(each -> CauseWords.stopped(each, at));
    if (finding.kind() != FindingKind.INTERACTION || !over || question.current().isEmpty()) {
      return Optional.empty();
    }
    String gone =
        causes.stream()
            .map(ClearanceChange::ingredient)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and "));
    Regimen now = question.current().get();
    return Optional.of(
        new WayBack(
            gone,
            now,
            before(causes, question, now),
            causes.get(0).remaining() < 1,
            causes.stream().mapToLong(each -> left(each, at)).max().orElse(0)));
  }

  private static long left(ClearanceChange cause, Instant at) {
    double since = Duration.between(cause.stop().orElse(at), at).toMinutes() / (60 * HOURS_PER_DAY);
    return Math.max(1, (long) Math.ceil(cause.washoutDays() - since));
  }

  /** The dose of the days before the first cause began, if it was one and the same. */
  private static Optional<Regimen> before(
      List<ClearanceChange> causes, DoseQuestion question, Regimen now) {
    Instant began =
        causes.stream().map(ClearanceChange::start).min(Instant::compareTo).orElse(Instant.MIN);
    List<Double> doses =
        question.doses().stream()
            .filter(each -> each.at().isBefore(began))
            .filter(each -> !each.at().isBefore(began.minus(LOOK_BACK)))
            .map(DoseTaken::milligrams)
            .distinct()
            .toList();
    return doses.size() == 1 && now.dose().unit() == org.rxtwin.quantity.DoseUnit.MG
        ? Optional.of(
            new Regimen(
                now.drug(), Dose.milligrams(doses.get(0)), now.intervalHours(), now.route()))
        : Optional.empty();
  }

  private boolean unchanged() {
    return before.filter(each -> Daily.milligrams(each) == Daily.milligrams(now)).isPresent();
  }

  private String goal() {
    return before.map(Daily::text).orElse("its dose before " + gone);
  }

  private String moves() {
    return falls ? "falls" : "rises";
  }

  /** What to do where the present dose holds the target for now. */
  String keep(String measure, String level) {
    String held =
        "Keep "
            + now.drug()
            + " "
            + Daily.text(now)
            + " now that "
            + gone
            + (gone.contains(" and ") ? " have stopped" : " has stopped");
    return unchanged()
        ? held + ", it was not changed for it" + measure
        : held
            + measure
            + "; go back towards "
            + goal()
            + " in steps only as "
            + level
            + " "
            + moves()
            + ", its effect lasts "
            + days();
  }

  /** What to do where nobody can tell what the present dose will do. */
  String byMeasurement(String measure, String level) {
    return unchanged()
        ? "Keep "
            + now.drug()
            + " "
            + Daily.text(now)
            + ", it was not changed for "
            + gone
            + measure
            + "; "
            + level
            + " "
            + moves()
            + " over "
            + days()
        : "Bring "
            + now.drug()
            + " back from "
            + Daily.text(now)
            + " towards "
            + goal()
            + " in steps over "
            + days()
            + (level.equals("INR") ? ", each after an " : ", each after a ")
            + level
            + measure;
  }

  private String days() {
    return daysLeft + (daysLeft == 1 ? " more day" : " more days");
  }
}
