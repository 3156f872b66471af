/**
 * The demonstration: 26 invented patients over three weeks, played through the real port.
 *
 * <p>In: {@code demo/three-weeks.hl7} and a pace. Out: MLLP frames to the engine's own listener;
 * progress and alerts on the terminal. Units: simulated hours a second. Source: invented for this
 * project.
 */
@NullMarked
package org.rxtwin.app.demo;

import org.jspecify.annotations.NullMarked;
