package org.rxtwin.chart;

/**
 * A result as it stands.
 *
 * @param result its latest form
 * @param at when the specimen was taken, else when the result was reported
 * @param messageId internal id of the message that brought it
 */
public record ResultState(LabResult result, ClinicalTime at, String messageId) {}
