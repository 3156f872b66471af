/**
 * What single fields mean: times, numbers, units, schedules, codes.
 *
 * <p>In: the text of a field. Out: a value, or nothing where it cannot be told without guessing.
 * Units: mg, mL, mmol, [IU], pieces; h; UCUM codes for results. Source: HL7 v2.5.1 chapter 2A (data
 * types TS, NM, CWE), chapter 4 (table 0335), UCUM by {@code org.fhir:ucum}.
 */
@NullMarked
package org.rxtwin.hl7.value;

import org.jspecify.annotations.NullMarked;
