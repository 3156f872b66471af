package org.rxtwin.hl7.reader;

import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;

/**
 * An event with the time at which it happened to the patient.
 *
 * @param occurredAt clinical time: of the order, the specimen or the stay; else of the message
 * @param event what happened
 */
public record OccurredEvent(ClinicalTime occurredAt, ChartEvent event) {}
