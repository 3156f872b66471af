/**
 * The broker that carries every message between the parts: Artemis, embedded or external.
 *
 * <p>In: {@link org.rxtwin.app.broker.BrokerSettings}. Out: JMS connection factories, and a
 * loopback port from which receivers take alerts.
 *
 * <p>An external broker ({@code broker.mode: external}, {@code broker.url}, {@code broker.user},
 * {@code broker.passwordFile}) must bring: dead-letter-address {@code hl7.dlq} and redelivery-delay
 * 0 for {@code hl7.#}, max-delivery-attempts -1 for {@code hl7.dlq}, dead-letter-address {@code
 * alerts.dlq} for {@code alerts.#}, and a journal that syncs. Queues (with {@code group-buckets} of
 * {@code hl7.in}) and addresses that are missing are made where the user may.
 *
 * <p>Units: sizes in bytes, times in the unit the name says.
 *
 * <p>Source: Artemis 2.56 manual (message grouping, paging, duplicate detection) and our own
 * measurements of journal timing.
 */
@NullMarked
package org.rxtwin.app.broker;

import org.jspecify.annotations.NullMarked;
