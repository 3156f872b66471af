/**
 * The broker that carries every message between the parts: Artemis, embedded or external.
 *
 * <p>In: {@link org.rxtwin.app.broker.BrokerSettings}. Out: JMS connection factories, and a
 * loopback port from which receivers take alerts.
 *
 * <p>Units: sizes in bytes, times in the unit the name says.
 *
 * <p>Source: Artemis 2.56 manual (message grouping, paging, duplicate detection) and our own
 * measurements of journal timing.
 */
@NullMarked
package org.rxtwin.app.broker;

import org.jspecify.annotations.NullMarked;
