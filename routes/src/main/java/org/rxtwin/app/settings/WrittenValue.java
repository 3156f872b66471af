package org.rxtwin.app.settings;

/**
 * A value as somebody wrote it.
 *
 * @param where the file and line, or the variable
 */
record WrittenValue(String text, String where) {}
