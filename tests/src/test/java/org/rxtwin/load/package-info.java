/**
 * What: whether the load that gives the figures is what it says.
 *
 * <p>In: invented messages. Out: shares of each kind. Units: messages. Source: the project's issue
 * 2, "Figures".
 */
@NullMarked
package org.rxtwin.load;

import org.jspecify.annotations.NullMarked;
