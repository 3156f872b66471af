/**
 * What: why a rule reported nothing on a chart, or what it reported, condition by condition.
 *
 * <p>In: a rule as it was read, the facts a chart gives, and what the rule engine said of them.
 *
 * <p>Out: each line of the rule with the facts that were tried, the first condition that failed and
 * the figure it met.
 *
 * <p>Units: those of the facts.
 *
 * <p>Source: the meaning of the conditions is that of the rule engine; a test holds the two against
 * one another on every case of every shipped rule.
 */
@NullMarked
package org.rxtwin.rules.explanation;

import org.jspecify.annotations.NullMarked;
