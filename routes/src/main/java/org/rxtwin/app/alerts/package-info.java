/**
 * Alerts on their way out, and the answers to them.
 *
 * <p>In: the outbox of the store; JMS messages on {@code alerts.feedback}. Out: JMS messages on
 * {@code alerts.TIER} and {@code alerts.heartbeat}. Units: none. Source: the contract {@code
 * rxtwin.alert/1}; CDS Hooks 2.0 for the form of an answer.
 */
@NullMarked
package org.rxtwin.app.alerts;

import org.jspecify.annotations.NullMarked;
