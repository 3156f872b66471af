/**
 * What: the settings of one running program: a file over defaults, the environment over the file.
 *
 * <p>In: {@code rxtwin.yaml}, variables {@code RXTWIN_*}, and the files that secrets lie in.
 *
 * <p>Out: {@link org.rxtwin.app.settings.Settings}, read once and checked whole, or every problem
 * found, together.
 *
 * <p>Units: bytes, milliseconds and counted evaluations, each named in the key.
 *
 * <p>Source: the project's own; defaults stand in {@link org.rxtwin.app.settings.SettingKeys}.
 */
@NullMarked
package org.rxtwin.app.settings;

import org.jspecify.annotations.NullMarked;
