package org.rxtwin.chart.port;

import java.time.Instant;
import java.util.List;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.MedicationOrder;

/** Screens a chart as it would be with one more order, without writing anything. */
@FunctionalInterface
public interface OrderCheck {
  /** What would be found, worst first. */
  List<Finding> check(Chart chart, MedicationOrder draft, Instant at);
}
