/**
 * What: screening of a chart: facts are computed from chart and knowledge, rules decide, findings
 * come out.
 *
 * <p>In: a chart, a rule set and the evaluation time.
 *
 * <p>Out: findings sorted by tier, kind, rule and ingredients; wake-ups; rules that failed, each
 * with a visible finding.
 *
 * <p>Units: mg, kg, hours, days; kidney function in the unit of its estimator.
 *
 * <p>Source: the rows of the knowledge base; limits of our own (days until a creatinine is old, the
 * range in which an INR counts as settled) stand beside the code that uses them.
 */
@NullMarked
package org.rxtwin.rules.screening;

import org.jspecify.annotations.NullMarked;
