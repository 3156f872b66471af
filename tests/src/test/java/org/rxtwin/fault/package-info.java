/**
 * Faults put to the whole engine, and proofs that what proves it whole can fail.
 *
 * <p>In: streams of invented messages; servers that are killed, stopped or given faulty parts. Out:
 * what an independent receiver got and what stands in the store. Units: as in the messages. Source:
 * the project's design, section 6, "Proofs that can fail".
 */
@NullMarked
package org.rxtwin.fault;

import org.jspecify.annotations.NullMarked;
