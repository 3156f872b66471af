package org.rxtwin.chart;

/**
 * A condition as it stands.
 *
 * @param condition its latest form
 * @param at when it was first recorded as it stands: a repetition does not make it younger
 * @param messageId internal id of the message that brought it then
 */
public record ConditionState(Condition condition, ClinicalTime at, String messageId) {}
