package org.rxtwin.chart;

import java.time.Instant;

/**
 * A time at which a chart asks to be looked at again.
 *
 * @param key what for; one wake-up a key, a later request replaces the earlier
 * @param due when
 */
public record WakeUp(String key, Instant due) {}
