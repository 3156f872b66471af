package org.rxtwin.chart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rxtwin.chart.LabResult.Status;

/** Results of one INR order as messages tell them hour by hour, and what a chart makes of them. */
final class ToldResults {
  static final String INR = "F-9^LAB|6301-6|1";

  private static final Set<Status> VALUELESS =
      Set.of(Status.WITHDRAWN, Status.NOT_OBTAINED, Status.CONFIRMED);

  private ToldResults() {}

  static Chart chart(StoredEvent... events) {
    return Chart.empty(Events.CHART).withAll(List.of(events));
  }

  static List<Double> values(Chart chart) {
    return chart.results().stream()
        .map(each -> ((ResultValue.Numeric) each.result().value().orElseThrow()).value())
        .toList();
  }

  static StoredEvent told(int hour, @Nullable Integer sampled, double value, Status status) {
    return told(hour, sampled, value, status, "m" + hour + "/" + sampled);
  }

  static StoredEvent told(
      int hour, @Nullable Integer sampled, double value, Status status, String message) {
    String time = sampled == null ? "" : time(sampled).instant().toString();
    return reported(hour, INR + "|" + time, sampled, value, status, "p", message);
  }

  static StoredEvent reported(
      int hour, String id, @Nullable Integer sampled, double value, Status status, String panel) {
    return reported(hour, id, sampled, value, status, panel, "m" + id);
  }

  static StoredEvent reported(
      int hour,
      String id,
      @Nullable Integer sampled,
      double value,
      Status status,
      String panel,
      String message) {
    LabResult plain = Events.inr(id, value, status);
    Optional<ClinicalTime> at = Optional.ofNullable(sampled).map(ToldResults::time);
    LabResult result =
        new LabResult(
            id,
            plain.analyte(),
            VALUELESS.contains(status) ? Optional.empty() : plain.value(),
            status,
            at,
            List.of(),
            List.of(),
            Optional.of(time(hour)),
            Optional.of(panel),
            Optional.empty(),
            Optional.empty());
    ClinicalTime occurred = at.orElse(time(hour));
    return new StoredEvent(
        Events.CHART,
        hour * 100L + id.hashCode() % 50,
        occurred,
        time(hour).instant(),
        message,
        new ChartEvent.ResultReported(result));
  }

  static ClinicalTime time(int hour) {
    return ClinicalTime.exact(Events.DAY_ONE.plus(Duration.ofHours(hour)));
  }
}
