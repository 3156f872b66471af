/**
 * What happens to one message, wake-up or answer: read, chart, screen, ask the twin, adjudicate,
 * write.
 *
 * <p>In: journal entries, due wake-ups, feedback. Out: one step in the store, with its alerts in
 * the outbox. Units: instants in UTC. Source: the project's design, sections 1 and 6.
 */
@NullMarked
package org.rxtwin.app.flow;

import org.jspecify.annotations.NullMarked;
