/**
 * Findings and verdicts become alerts: tier, advice, reasons, episode.
 *
 * <p>In: an {@link org.rxtwin.rules.adjudication.Evaluation}: chart, findings, verdicts, questions,
 * trigger. Out: the alerts that are new or changed, with the episodes the chart is to remember.
 * Units: mg, h; probabilities as fractions. Source: rules 1-9, 15, 16, 23 and 25 of the clinical
 * ground rules.
 */
@NullMarked
package org.rxtwin.rules.adjudication;

import org.jspecify.annotations.NullMarked;
