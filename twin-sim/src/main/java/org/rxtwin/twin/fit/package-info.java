/**
 * What: finds the person in the population: the etas that best explain what was measured.
 *
 * <p>In: predictions as a function of etas, observed values, residual models and omega.
 *
 * <p>Out: maximum a posteriori etas, their covariance, and draws that are the same for one seed.
 *
 * <p>Units: etas have none; values are in the units of their output.
 *
 * <p>Source: the objective {@code sum((y-f)^2/v + ln v) + eta' omega^-1 eta}, minus two log
 * posterior up to a constant (NONMEM's conditional estimate of one person).
 */
@NullMarked
package org.rxtwin.twin.fit;

import org.jspecify.annotations.NullMarked;
