package org.rxtwin.chart;

/**
 * A condition as it stands.
 *
 * @param condition its latest form
 * @param at when it was recorded
 * @param messageId internal id of the message that brought it
 */
public record ConditionState(Condition condition, ClinicalTime at, String messageId) {}
