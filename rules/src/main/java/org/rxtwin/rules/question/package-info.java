/**
 * What the twin is asked about a chart.
 *
 * <p>In: a {@link org.rxtwin.chart.Chart}, the evaluation time, the knowledge base. Out: one {@link
 * org.rxtwin.chart.DoseQuestion} for each modelled drug that runs, with everything the twin may
 * know. Units: mg, h, days, kg, cm; clearance changes as fractions. Source: rules 8, 9, 10, 12 and
 * 16 of the clinical ground rules.
 */
@NullMarked
package org.rxtwin.rules.question;

import org.jspecify.annotations.NullMarked;
