package org.rxtwin.knowledge;

/**
 * A row with its place.
 *
 * @param <T> its kind
 */
record Located<T extends KnowledgeRow>(T row, Place place) {}
