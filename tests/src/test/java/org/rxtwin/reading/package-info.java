/**
 * What: whether orders are read as a pharmacist reads them.
 *
 * <p>In: orders made by hand, each with the regimen it tells. Out: how many are read exactly, how
 * many are not read, how many are read wrongly. Units: those of the notation in {@link
 * org.rxtwin.hl7.reader.OrderText}. Source: HL7 v2.1 to 2.9, chapter 4, and the key written beside
 * each order.
 */
@NullMarked
package org.rxtwin.reading;

import org.jspecify.annotations.NullMarked;
