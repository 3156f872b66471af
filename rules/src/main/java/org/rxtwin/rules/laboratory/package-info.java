/**
 * What: the results of a chart as readings of analytes that the knowledge base knows; screening,
 * dose questions and deadlines all read them here.
 *
 * <p>In: a chart, the laboratory table, the evaluation time.
 *
 * <p>Out: readings, oldest first, each in its analyte's unit and with what speaks against it.
 *
 * <p>Units: the analyte's own; weight in kg, height in cm.
 *
 * <p>Source: LOINC codes and local names of the knowledge base; the words laboratories use for a
 * spoilt specimen are remembered, and make a result less believed, never more.
 */
@NullMarked
package org.rxtwin.rules.laboratory;

import org.jspecify.annotations.NullMarked;
