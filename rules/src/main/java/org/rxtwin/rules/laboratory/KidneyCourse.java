package org.rxtwin.rules.laboratory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.quantity.Creatinine;
import org.rxtwin.quantity.Figures;

/**
 * The course of creatinine, and whether a formula that takes kidney function for steady may be used
 * at all (rule 18): not while creatinine rises, not under dialysis or filtration.
 */
public final class KidneyCourse {
  /** KDIGO 2012, acute kidney injury: 0.3 mg/dL within 48 hours, or 1.5-fold within 7 days. */
  private static final double RISE_MG_DL = 0.3;

  private static final double RISE_FOLD = 1.5;
  private static final Duration STEP = Duration.ofHours(48);
  private static final Duration FOLD = Duration.ofDays(7);

  private final List<LabReading> creatinine;
  private final boolean dialysed;

  /** The course on a chart at an instant. */
  public KidneyCourse(Results results, Chart chart, Instant at) {
    List<LabReading> all = new ArrayList<>(results.list("creatinine-mass"));
    all.addAll(results.list("creatinine"));
    creatinine =
        all.stream()
            .filter(LabReading::usable)
            .sorted(Comparator.comparing(LabReading::at))
            .toList();
    dialysed = Dialysis.isOnRecord(chart, at);
  }

  /** Values that can be believed and compared, oldest first. */
  public List<LabReading> creatinine() {
    return creatinine;
  }

  /** The creatinine that counts. */
  public Optional<LabReading> last() {
    return creatinine.isEmpty()
        ? Optional.empty()
        : Optional.of(creatinine.get(creatinine.size() - 1));
  }

  /** Whether the last creatinine has risen as in acute kidney injury. */
  public boolean rising() {
    return risenFrom().isPresent();
  }

  /** Whether dialysis or filtration is on record. */
  public boolean dialysed() {
    return dialysed;
  }

  /** Why no formula for a steady state holds, where none does, in a sentence without its stop. */
  public Optional<String> unsteady() {
    return dialysed ? Optional.of("the patient is on dialysis") : risenFrom().map(this::rise);
  }

  private String rise(LabReading from) {
    LabReading to = creatinine.get(creatinine.size() - 1);
    long hours = Math.max(1, Duration.between(from.at(), to.at()).toHours());
    return "creatinine is rising: from "
        + Figures.rounded(mgPerDl(from), 2)
        + " to "
        + Figures.rounded(mgPerDl(to), 2)
        + " mg/dL in "
        + (hours < 72 ? hours + " h" : (hours + 12) / 24 + " days");
  }

  /** The lowest value from which the last one has risen too much. */
  private Optional<LabReading> risenFrom() {
    return last()
        .flatMap(
            to ->
                creatinine.stream()
                    .filter(each -> each.at().isBefore(to.at()) && risen(each, to))
                    .min(Comparator.comparingDouble(KidneyCourse::mgPerDl)));
  }

  private static boolean risen(LabReading from, LabReading to) {
    Duration apart = Duration.between(from.at(), to.at());
    double before = mgPerDl(from);
    double after = mgPerDl(to);
    return (apart.compareTo(STEP) <= 0 && after - before >= RISE_MG_DL)
        || (apart.compareTo(FOLD) <= 0 && after >= RISE_FOLD * before);
  }

  /** A creatinine in mg/dL, whichever of its two units it came in. */
  public static double mgPerDl(LabReading reading) {
    return reading.analyte().unit().equals("umol/L")
        ? Creatinine.mgPerDl(reading.value())
        : reading.value();
  }
}
