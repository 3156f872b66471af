/**
 * What: what a dose question says, on the axis the twins compute on.
 *
 * <p>In: {@link org.rxtwin.chart.DoseQuestion}.
 *
 * <p>Out: times in hours from the evaluation time, courses of drugs that change a clearance, and
 * the reasons not to answer.
 *
 * <p>Units: hours; logarithms of fractions of a clearance.
 *
 * <p>Source: the project's clinical rules 8, 9, 16 and 19.
 */
@NullMarked
package org.rxtwin.twin.question;

import org.jspecify.annotations.NullMarked;
