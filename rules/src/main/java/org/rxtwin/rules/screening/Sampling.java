package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.SamplingTime;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.LastDose;
import org.rxtwin.rules.screening.fact.Specimen;

/**
 * Whether a level was drawn at a time at which it can be judged (rule 16). One that tells no hour,
 * or was drawn while the last dose still spread, says nothing about too much.
 *
 * @param specimen what speaks against the level
 * @param asked how long after a dose it must be drawn
 * @param last the dose before it, where one is known
 */
record Sampling(Specimen specimen, SamplingTime asked, Optional<LastDose> last) {
  /** What speaks against this level by its time, where anything does. */
  static Optional<Sampling> against(Scene scene, List<DrugCourse> courses, LabReading reading) {
    if (!reading.usable()) {
      return Optional.empty();
    }
    return courses.stream().flatMap(course -> of(scene, course, reading).stream()).findFirst();
  }

  private static Optional<Sampling> of(Scene scene, DrugCourse course, LabReading reading) {
    Optional<SamplingTime> asked =
        scene
            .knowledge()
            .laboratory()
            .findSamplingTime(reading.analyte().id(), course.ingredient())
            // A bound that nobody has read lowers no level to a question of time.
            .filter(each -> each.provenance().confirmed());
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Optional<ClinicalTime> drawn = reading.state().result().sampledAt();
    if (drawn.filter(ClinicalTime::hasTimeOfDay).isEmpty()) {
      return Optional.of(new Sampling(Specimen.UNTIMED, asked.get(), Optional.empty()));
    }
    List<String> orders = orderIds(scene, course);
    List<Administration> given =
        scene.given().stream()
            .filter(each -> isOf(each, orders, scene, course.ingredient()))
            .toList();
    return LastDose.of(scene.chart(), orders, given, drawn.get().instant(), scene.at())
        .filter(last -> last.hours() < asked.get().notBeforeHours())
        .map(last -> new Sampling(Specimen.TOO_EARLY, asked.get(), Optional.of(last)));
  }

  /** Under an order of the drug, or by its name where the order is not known. */
  private static boolean isOf(
      Administration record, List<String> orders, Scene scene, String ingredient) {
    return orders.contains(record.orderId())
        || (record.orderId().isEmpty() && scene.gave(record, ingredient));
  }

  /** Every order of the drug, those that have ended since the level was drawn too. */
  private static List<String> orderIds(Scene scene, DrugCourse course) {
    return scene.orders().stream()
        .filter(each -> each.ingredients().contains(course.ingredient()))
        .map(each -> each.order().orderId())
        .toList();
  }

  Reason reason() {
    String must = Figures.plain(asked.notBeforeHours()) + " h or more are asked for";
    return Reason.of(
        "sampling",
        last.map(
                dose ->
                    "drawn "
                        + Figures.rounded(dose.hours(), 1)
                        + " h after a dose ("
                        + (dose.given() ? "recorded" : "assumed as ordered")
                        + "); "
                        + must)
            .orElse("when it was drawn is not told; " + must + " after a dose"));
  }

  /** What to do: no dose is changed on such a level. */
  Advice advice(LabReading reading) {
    String name = reading.analyte().name().toLowerCase(Locale.ROOT);
    String again =
        "Measure "
            + name
            + " again within 24 hours, "
            + Figures.plain(asked.notBeforeHours())
            + " h or more after a dose";
    String text =
        specimen == Specimen.UNTIMED
            ? "Ask before the next dose when this specimen was drawn; where nobody knows, m"
                + again.substring(1)
                + "."
            : again + "; change no dose on this one.";
    return Wording.measure(text, name, 24);
  }
}
