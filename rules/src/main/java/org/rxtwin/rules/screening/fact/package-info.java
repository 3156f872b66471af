/**
 * What: the facts a rule may ask about, one record each, computed before any rule runs.
 *
 * <p>In: a chart and the knowledge rows that speak for its drugs.
 *
 * <p>Out: records whose components are the only words a rule file knows.
 *
 * <p>Units: mg, hours, days; kidney function in the unit of its estimator. A figure nobody knows is
 * NaN and its accessor refuses, so a rule must ask whether it is known.
 *
 * <p>Source: each fact carries its reasons and evidence in {@link
 * org.rxtwin.rules.screening.fact.Grounds}.
 */
@NullMarked
package org.rxtwin.rules.screening.fact;

import org.jspecify.annotations.NullMarked;
