package org.rxtwin.chart;

/**
 * A field that could not be read. It says where and why, never what stood there.
 *
 * @param segment segment name with its number in the message, such as {@code RXE[1]}
 * @param field field as in the standard, such as {@code RXE-3}
 * @param reason what was expected and what to do
 */
public record ReadProblem(String segment, String field, String reason) {}
