package org.rxtwin.chart;

/**
 * A dispense as it stands.
 *
 * @param dispense its latest form
 * @param messageId internal id of the message that brought it
 */
public record DispenseState(Dispense dispense, String messageId) {}
