/** Tests of the package of the same name. */
@NullMarked
package org.rxtwin.rules.ruleset;

import org.jspecify.annotations.NullMarked;
