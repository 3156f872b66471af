/**
 * What must be known of an HL7 v2 frame before it is acknowledged, and the acknowledgement itself.
 *
 * <p>In: the bytes between the MLLP start and end marks. Out: one {@link
 * org.rxtwin.hl7.envelope.EnvelopeReading} for each MSH found, in order, and ACK messages as bytes.
 *
 * <p>Units: lengths in bytes; text is held as ISO-8859-1 so that every byte of a field survives
 * unchanged, whatever character set the sender declared in MSH-18.
 *
 * <p>Source: HL7 v2.5.1 chapter 2 (sections 2.5 delimiters, 2.9 processing rules, 2.15 control
 * segments) and table 0357, from memory: unconfirmed.
 */
@NullMarked
package org.rxtwin.hl7.envelope;

import org.jspecify.annotations.NullMarked;
