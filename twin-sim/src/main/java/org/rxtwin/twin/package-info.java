/**
 * What: the twin: tests a dose on a model of the patient before anyone is interrupted.
 *
 * <p>In: {@link org.rxtwin.chart.DoseQuestion}.
 *
 * <p>Out: {@link org.rxtwin.chart.DoseVerdict}; not being able to tell is an answer.
 *
 * <p>Units: mg, h, L, mg/L inside; the question's own at the edge.
 *
 * <p>Source: the model files, each with its paper.
 */
@NullMarked
package org.rxtwin.twin;

import org.jspecify.annotations.NullMarked;
