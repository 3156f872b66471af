/**
 * What: drugs, their effects on one another, genes, limits, allergies, monitoring and analytes as
 * immutable tables.
 *
 * <p>In: {@code knowledge/<subject>.csv} from the class path, with a site's folder of the same form
 * laid over it.
 *
 * <p>Out: {@link org.rxtwin.knowledge.Knowledge}, looked up by index, and every refusal with file,
 * line and column.
 *
 * <p>Units: mg, L, h, days; renal thresholds in mL/min (or mL/min/1.73 m2 where the estimator is
 * indexed); analytes in the UCUM unit of their row.
 *
 * <p>Source: each row names its own, the year of it, and whether the project has seen it or
 * remembers it.
 */
@NullMarked
package org.rxtwin.knowledge;

import org.jspecify.annotations.NullMarked;
