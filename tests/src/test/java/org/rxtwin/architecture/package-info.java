/**
 * What may know what: the table of modules as tests.
 *
 * <p>In: the classes of all modules. Out: a red build when an arrow is drawn that the design
 * forbids. Units: none. Source: the project's design, sections 2 and 3.
 */
@NullMarked
package org.rxtwin.architecture;

import org.jspecify.annotations.NullMarked;
