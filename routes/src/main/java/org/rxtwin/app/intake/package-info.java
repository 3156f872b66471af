/**
 * The door: HL7 v2 over MLLP comes in, is journalled, and is acknowledged only then.
 *
 * <p>In: TCP connections that send frames. Out: one durable message in {@code hl7.in} for each
 * message taken, its body the bytes as received, its properties as in {@link
 * org.rxtwin.app.intake.JournalProperties}; messages of no use, and bytes that no frame held, in
 * {@code hl7.quarantine}.
 *
 * <p>Units: sizes in bytes, times as {@link java.time.Duration}.
 *
 * <p>Source: MLLP release 1 framing (start 0B, end 1C 0D), from memory: unconfirmed.
 */
@NullMarked
package org.rxtwin.app.intake;

import org.jspecify.annotations.NullMarked;
