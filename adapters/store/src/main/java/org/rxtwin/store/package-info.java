/**
 * The store of charts and its outbox, over JDBC, for SQLite and PostgreSQL.
 *
 * <p>In: steps (intake key, raw message, events, wake-ups, alerts). Out: charts, due wake-ups,
 * unsent alerts. Units: instants in UTC, exact to the nanosecond. Source: the project's design,
 * sections 1, 3 and 6.
 */
@NullMarked
package org.rxtwin.store;

import org.jspecify.annotations.NullMarked;
