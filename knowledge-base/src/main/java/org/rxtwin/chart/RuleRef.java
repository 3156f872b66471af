package org.rxtwin.chart;

/**
 * A rule and its version.
 *
 * @param id {@code kind/rule} as its folder is named
 * @param version content version
 */
public record RuleRef(String id, String version) {}
