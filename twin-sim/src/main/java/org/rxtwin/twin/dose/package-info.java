/**
 * What: which regimen reaches a target safely, under the project's clinical rules 1 to 4.
 *
 * <p>In: a target, the doses that can be given, and forecasts of the exposure per posterior draw.
 *
 * <p>Out: probabilities per dose and a decision: keep, change, none safe, unclear.
 *
 * <p>Units: doses in mg a day; exposures in the unit of the target.
 *
 * <p>Source: limits stand in the model file's target; the ten-point rule is the project's own.
 */
@NullMarked
package org.rxtwin.twin.dose;

import org.jspecify.annotations.NullMarked;
