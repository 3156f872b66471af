/**
 * The patient's chart and what happens on it: events, findings, verdicts, alerts.
 *
 * <p>In: events read by the adapters, verdicts of the twin, answers of people. Out: an immutable
 * {@link org.rxtwin.chart.Chart}, the fold of its events. Units: mg, L, h; results in the unit they
 * came in (UCUM code). Source: the HL7 v2 standard for the kinds of events, the CDS Hooks feedback
 * form for answers.
 */
@NullMarked
package org.rxtwin.chart;

import org.jspecify.annotations.NullMarked;
