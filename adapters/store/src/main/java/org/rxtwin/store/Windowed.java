package org.rxtwin.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.StoredEvent;

/**
 * One thing that ages out of a chart: a result, a dose given or a supply, with its corrections; and
 * what takes back the results of an order, which is told after them and so goes after them.
 *
 * @param id what all events of it have in common
 * @param group those of one analyte or drug, which are counted together
 * @param at when it was: of a correction the latest
 * @param lastStays whether it stays whatever its age where it is the last such of its group: that a
 *     drug was given at all, and tolerated, is known for ever
 * @param number what a correction of another time has in common with what it corrects
 * @param corrects whether it is such a correction, which is not to go before what it corrects
 */
record Windowed(
    String id, String group, Instant at, boolean lastStays, String number, boolean corrects) {
  /** What an event tells of; empty for what never ages out. */
  static Optional<Windowed> find(StoredEvent stored) {
    if (stored.event() instanceof ChartEvent.ResultReported reported) {
      LabResult result = reported.result();
      return Optional.of(
          new Windowed(
              "result " + result.resultId(),
              "result " + first(result.analyte()),
              result.sampledAt().orElse(stored.occurredAt()).instant(),
              false,
              "result " + result.series().orElse(result.resultId()),
              result.corrects() && result.series().isPresent()));
    }
    if (stored.event() instanceof ChartEvent.ResultsWithdrawn withdrawn) {
      Instant told = withdrawn.toldAt().orElse(stored.occurredAt()).instant();
      String id = "withdrawal " + withdrawn.order() + " " + told;
      return Optional.of(new Windowed(id, id, told, false, id, false));
    }
    if (stored.event() instanceof ChartEvent.Administered given) {
      Administration dose = given.administration();
      Instant start = dose.start().instant();
      return Optional.of(
          new Windowed(
              "dose " + dose.administrationId() + " " + start,
              "dose " + first(dose.drug()),
              start,
              dose.reached(),
              "dose " + dose.administrationId(),
              dose.correction()));
    }
    if (stored.event() instanceof ChartEvent.Dispensed supplied) {
      Dispense supply = supplied.dispense();
      return Optional.of(
          new Windowed(
              "supply " + supply.dispenseId() + " " + supply.at().instant(),
              "supply " + first(supply.drug()),
              supply.at().instant(),
              !supply.withdrawn(),
              "supply " + supply.dispenseId(),
              supply.withdrawn()));
    }
    return Optional.empty();
  }

  private static String first(List<Coding> codings) {
    if (codings.isEmpty()) {
      return "";
    }
    Coding first = codings.get(0);
    return first.code().isEmpty()
        ? first.text().toLowerCase(Locale.ROOT)
        : first.system() + "|" + first.code();
  }

  Windowed later(Windowed other) {
    return at.isAfter(other.at) ? this : other;
  }
}
