/**
 * What the core needs of the outside: a store of charts with its outbox, a check of a draft order.
 *
 * <p>In: events, alerts and raw messages of one processing step. Out: charts, due wake-ups, unsent
 * alerts. Units: instants in UTC. Source: the project's design, sections 1 and 6.
 */
@NullMarked
package org.rxtwin.chart.port;

import org.jspecify.annotations.NullMarked;
