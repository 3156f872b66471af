/**
 * What: runs a model over the dosing records of a person.
 *
 * <p>In: a {@link org.rxtwin.twin.model.PkPdModel} and NM-TRAN style records, with NONMEM's
 * meaning.
 *
 * <p>Out: the model's outputs at each record.
 *
 * <p>Units: those of the model file; time, amounts and rates of the records are in the same.
 *
 * <p>Source: NONMEM's published record semantics, checked against its printed concentrations (test
 * resource {@code nonmem-records.csv}); Hipparchus' Dormand-Prince 8(5,3) for equations.
 */
@NullMarked
package org.rxtwin.twin.engine;

import org.jspecify.annotations.NullMarked;
