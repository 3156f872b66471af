/**
 * What: published PK/PD models as files, read, checked and compiled to arithmetic.
 *
 * <p>In: a YAML model file (contract: one file is one published model).
 *
 * <p>Out: {@link org.rxtwin.twin.model.PkPdModel}, or a {@link org.rxtwin.twin.model.ModelProblem}
 * that says where the file is wrong.
 *
 * <p>Units: those the file names; shipped files use mg, h, L, mg/L.
 *
 * <p>Source: each model file cites its paper and tables.
 */
@NullMarked
package org.rxtwin.twin.model;

import org.jspecify.annotations.NullMarked;
