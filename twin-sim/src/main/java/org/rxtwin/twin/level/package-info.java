/**
 * What: the twin of every drug that is dosed by a level or an area under the curve, from nothing
 * but its model file.
 *
 * <p>In: {@link org.rxtwin.chart.DoseQuestion} and a model with targets and giving: doses given or
 * assumed, levels with their times, covariates of the chart, drugs that change the clearance.
 *
 * <p>Out: {@link org.rxtwin.chart.DoseVerdict}: the person fitted to the levels (or the
 * population), exposures ahead with their odds, a regimen that can be given, a first larger dose,
 * and when to measure.
 *
 * <p>Units: hours from the evaluation time, doses in mg as ordered, concentrations as the model
 * file says; areas are those times hours.
 *
 * <p>Source: the model files; the project's clinical rules 1, 2, 4, 5, 8, 16, 18 and 19; decision
 * 0008.
 */
@NullMarked
package org.rxtwin.twin.level;

import org.jspecify.annotations.NullMarked;
