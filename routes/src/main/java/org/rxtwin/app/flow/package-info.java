/**
 * What happens to one message, wake-up or answer: read, chart, screen, ask the twin, adjudicate,
 * write.
 *
 * <p>In: journal entries, due wake-ups, feedback, answers of the twin that came after the fuse.
 * Out: one step in the store, with its alerts in the outbox. Units: instants in UTC. Source: the
 * project's design, sections 1 and 6; decision record 0005.
 *
 * <p>When the fuse blows, {@code TwinTimedOut} is stored and the alert says that the twin cannot
 * tell. The answer that comes later stands in {@code hl7.in}, in its patient's group, and becomes
 * {@code DoseJudgedLate}. A stop in between loses only that answer: the alert stands, and the twin
 * is asked again at the chart's next event. Calls that never end have their threads replaced, a few
 * at most; beyond that the twin is "busy" at once, and screening goes on without it.
 *
 * <p>While the database as a whole takes nothing, messages and answers wait where they are and no
 * attempt is counted; a stop gives them back to the broker. Only what fails while the database is
 * there becomes a dead letter.
 */
@NullMarked
package org.rxtwin.app.flow;

import org.jspecify.annotations.NullMarked;
