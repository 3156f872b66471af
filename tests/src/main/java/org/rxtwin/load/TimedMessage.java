package org.rxtwin.load;

/**
 * A message and when it is due.
 *
 * @param number from zero
 * @param frame the bytes on the wire
 * @param dueNanos after the first message was due
 */
record TimedMessage(int number, Frame frame, long dueNanos) {}
