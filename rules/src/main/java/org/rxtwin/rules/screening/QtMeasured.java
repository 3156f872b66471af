package org.rxtwin.rules.screening;

import static org.rxtwin.knowledge.QtFactor.Factor.ECG_OLD;
import static org.rxtwin.knowledge.QtFactor.Factor.ELECTROLYTE_OLD;
import static org.rxtwin.knowledge.QtFactor.Factor.MAGNESIUM;
import static org.rxtwin.knowledge.QtFactor.Factor.POTASSIUM;
import static org.rxtwin.knowledge.QtFactor.Factor.POTASSIUM_CRITICAL;
import static org.rxtwin.knowledge.QtFactor.Factor.QTC;
import static org.rxtwin.knowledge.QtFactor.Factor.QTC_RISE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.knowledge.QtFactor.Factor;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.screening.fact.Ecg;
import org.rxtwin.rules.screening.fact.Electrolyte;
import org.rxtwin.rules.screening.fact.Specimen;

/** What was measured of potassium, magnesium and QTc, as far as it tells today's. */
final class QtMeasured {
  private final Scene scene;

  QtMeasured(Scene scene) {
    this.scene = scene;
  }

  private double bound(Factor factor) {
    return scene.knowledge().qt().threshold(factor);
  }

  /** The last potassium that can be believed and is recent. */
  Optional<LabReading> potassium() {
    return recent("potassium");
  }

  Optional<LabReading> magnesium() {
    return recent("magnesium");
  }

  private Optional<LabReading> recent(String analyte) {
    return usable(analyte).filter(each -> young(each, ELECTROLYTE_OLD));
  }

  private Optional<LabReading> usable(String analyte) {
    return scene.results().list(analyte).stream()
        .filter(LabReading::usable)
        .reduce((earlier, later) -> later);
  }

  private boolean young(LabReading reading, Factor days) {
    return !reading.at().plus(Duration.ofDays((long) bound(days))).isBefore(scene.at());
  }

  Electrolyte potassiumState() {
    Optional<LabReading> last =
        scene.results().last("potassium").filter(each -> young(each, ELECTROLYTE_OLD));
    boolean doubtful =
        last.filter(each -> !each.usable() && each.specimen() != Specimen.OTHER_UNIT)
            .filter(each -> under(each, bound(POTASSIUM_CRITICAL)))
            .isPresent();
    if (doubtful) {
      return Electrolyte.DOUBTFUL;
    }
    return potassium()
        .map(
            each ->
                under(each, bound(POTASSIUM_CRITICAL))
                    ? Electrolyte.CRITICAL
                    : under(each, Math.nextUp(bound(POTASSIUM)))
                        ? Electrolyte.LOW
                        : Electrolyte.NORMAL)
        .orElse(Electrolyte.UNKNOWN);
  }

  /** The potassium a finding speaks of: the doubtful one where that is critical. */
  Optional<LabReading> shownPotassium() {
    return potassiumState() == Electrolyte.DOUBTFUL
        ? scene.results().last("potassium")
        : potassium();
  }

  /** Whether potassium is at its goal already, so that no word asks for more of it. */
  boolean potassiumReaches(double goal) {
    return potassium().filter(each -> !under(each, goal)).isPresent();
  }

  Electrolyte magnesiumState() {
    return magnesium()
        .map(each -> under(each, bound(MAGNESIUM)) ? Electrolyte.LOW : Electrolyte.NORMAL)
        .orElse(Electrolyte.UNKNOWN);
  }

  /** A bound that leaves the bad side open lies on it. */
  private static boolean under(LabReading reading, double limit) {
    boolean open =
        reading.comparator() == Comparator.LESS || reading.comparator() == Comparator.AT_MOST;
    return reading.value() < limit || (open && reading.value() <= limit);
  }

  /** The last QTc that is recent, before the drugs or since. */
  Optional<LabReading> qtc() {
    return usable("qtc").filter(each -> young(each, ECG_OLD));
  }

  boolean longQtc() {
    return qtc().filter(each -> each.value() >= bound(QTC)).isPresent();
  }

  /** What the ECG says since the drugs began. */
  Ecg ecg(Instant began, Instant lastBegan) {
    Optional<LabReading> now = qtc().filter(each -> !each.at().isBefore(lastBegan));
    if (now.isEmpty()) {
      return Ecg.MISSING;
    }
    List<LabReading> before =
        scene.results().list("qtc").stream()
            .filter(each -> each.usable() && each.at().isBefore(began))
            .toList();
    boolean rose =
        !before.isEmpty()
            && now.get().value() - before.get(before.size() - 1).value() >= bound(QTC_RISE);
    return rose ? Ecg.ROSE : longQtc() ? Ecg.LONG : Ecg.NORMAL;
  }
}
