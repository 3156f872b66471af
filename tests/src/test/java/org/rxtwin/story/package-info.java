/**
 * The stories the product is for, told through its real doors: MLLP in, JMS out.
 *
 * <p>In: HL7 v2 messages of invented patients. Out: alerts as a receiver gets them. Units: as in
 * the messages. Source: the first issue of this project.
 */
@NullMarked
package org.rxtwin.story;

import org.jspecify.annotations.NullMarked;
