/**
 * What: how other drugs, genes and the kidney change a drug's exposure, as a ratio with its
 * uncertainty.
 *
 * <p>In: {@link org.rxtwin.knowledge.Knowledge}, and {@link
 * org.rxtwin.knowledge.exposure.ExposureQuestion} about one drug.
 *
 * <p>Out: {@link org.rxtwin.knowledge.exposure.ExposureAnswer}, an estimate or the reason why none
 * can be given.
 *
 * <p>Units: none for ratios; creatinine clearance in mL/min; daily doses in mg.
 *
 * <p>Source: Rowland and Matin 1973 for the fraction metabolised, Ohno 2007 for one figure per
 * substrate and inhibitor, Hamberg 2007 for what CYP2C9 alleles leave; plain arithmetic, {@code
 * StrictMath} only.
 */
@NullMarked
package org.rxtwin.knowledge.exposure;

import org.jspecify.annotations.NullMarked;
