/**
 * What: warfarin, from the starting dose (IWPC, Gage) to a forecast of INR and a dose.
 *
 * <p>In: age, size, genotypes, doses taken, INR measured, drugs that change the clearance.
 *
 * <p>Out: starting doses in mg a week and a day; courses of INR; a verdict on the dose.
 *
 * <p>Units: mg of racemic warfarin as ordered (half of it is S-warfarin), hours, L, mg/L; INR has
 * none.
 *
 * <p>Source: Hamberg 2007 (model file {@code warfarin-hamberg-2007}), IWPC 2009 (NEJM 360:753),
 * Gage 2008 (Clin Pharmacol Ther 84:326).
 */
@NullMarked
package org.rxtwin.twin.warfarin;

import org.jspecify.annotations.NullMarked;
