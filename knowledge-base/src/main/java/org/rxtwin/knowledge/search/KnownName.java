package org.rxtwin.knowledge.search;

import java.util.List;

/**
 * A name with what it stands for.
 *
 * @param text as written
 * @param normal as compared
 * @param ingredients what it stands for
 * @param match how an equal text is matched by it
 */
record KnownName(String text, String normal, List<String> ingredients, DrugMatch match) {}
