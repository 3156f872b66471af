/**
 * What: where the program writes what it did.
 *
 * <p>In: the home folder and the settings of the log.
 *
 * <p>Out: a rolling file, plain or JSON lines; commands write warnings to standard error only.
 *
 * <p>Units: megabytes and days of what is kept.
 *
 * <p>Source: the project's own; no message body is ever logged, and libraries are held above the
 * level at which they print what they carry.
 */
@NullMarked
package org.rxtwin.app.logging;

import org.jspecify.annotations.NullMarked;
