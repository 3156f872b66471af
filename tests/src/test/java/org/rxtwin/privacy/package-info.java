/**
 * What the engine says of patients where it must say nothing: logs, streams, JMS headers and
 * properties, MBeans, exceptions.
 *
 * <p>In: messages with a token planted wherever a sender can write. Out: every place where the
 * token came out. Units: none. Source: the project's design, sections 3 and 6.
 */
@NullMarked
package org.rxtwin.privacy;

import org.jspecify.annotations.NullMarked;
