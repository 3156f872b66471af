/**
 * What: the figures of the running engine: sustained rate, latencies, start, heap, many charts.
 *
 * <p>In: rate, duration and number of invented patients. Out: lines with each figure and its
 * target.
 *
 * <p>Units: milliseconds, messages a second, megabytes. Source: the project's issue 2, "Figures".
 */
@NullMarked
package org.rxtwin.load;

import org.jspecify.annotations.NullMarked;
