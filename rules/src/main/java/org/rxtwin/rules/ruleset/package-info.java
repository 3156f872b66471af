/**
 * What: rule sets: rule files checked against an allow-list, compiled, tried on their own cases,
 * stored and loaded again.
 *
 * <p>In: folders {@code <kind>/<rule>/} with {@code rule.drl} and {@code cases.yaml}, shipped and a
 * site's own.
 *
 * <p>Out: {@link org.rxtwin.rules.ruleset.RuleSet}, immutable and named by its hash.
 *
 * <p>Units: none.
 *
 * <p>Source: a rule is read to a tree of our own, and only what is written again from that tree is
 * compiled, so nothing in a rule file can run code.
 */
@NullMarked
package org.rxtwin.rules.ruleset;

import org.jspecify.annotations.NullMarked;
