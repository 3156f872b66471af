/**
 * What: from the text and code of a feed to a drug, or to an honest question about it.
 *
 * <p>In: {@link org.rxtwin.knowledge.Knowledge}, indexed in memory with Lucene; a text, a code, a
 * code system.
 *
 * <p>Out: {@link org.rxtwin.knowledge.search.DrugResolution}; a doubtful name is never resolved,
 * only its candidates are told.
 *
 * <p>Units: scores from 0 to 1, where 1 is the same text.
 *
 * <p>Source: clinical ground rule 12; distance is optimal string alignment (Damerau 1964 with
 * adjacent swaps).
 */
@NullMarked
package org.rxtwin.knowledge.search;

import org.jspecify.annotations.NullMarked;
