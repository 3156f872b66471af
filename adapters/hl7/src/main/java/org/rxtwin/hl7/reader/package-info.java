/**
 * From the bytes of a message to what happened to the patient.
 *
 * <p>In: one HL7 v2 message or frame, the feed profiles, the time of receipt. Out: {@link
 * org.rxtwin.hl7.reader.ReadMessage}: events of the chart, repairs and problems; nothing is guessed
 * and no segment is lost. Units: mg, mL, h; results in UCUM. Source: HL7 v2.5.1 chapters 3, 4, 7.
 */
@NullMarked
package org.rxtwin.hl7.reader;

import org.jspecify.annotations.NullMarked;
