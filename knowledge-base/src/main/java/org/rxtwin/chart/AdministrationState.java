package org.rxtwin.chart;

/**
 * An administration as it stands.
 *
 * @param administration its latest form
 * @param messageId internal id of the message that brought it
 */
public record AdministrationState(Administration administration, String messageId) {}
