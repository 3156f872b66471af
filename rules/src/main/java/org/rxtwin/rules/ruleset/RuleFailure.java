package org.rxtwin.rules.ruleset;

import org.rxtwin.chart.RuleRef;

/**
 * A rule that could not be evaluated on a chart.
 *
 * @param rule which
 * @param error simple name of the exception; never its message, which may hold patient data
 */
public record RuleFailure(RuleRef rule, String error) {}
