package org.rxtwin.knowledge;

/**
 * Where a row stands.
 *
 * @param file its file
 * @param line its line, 1 is the header
 */
record Place(String file, long line) {}
