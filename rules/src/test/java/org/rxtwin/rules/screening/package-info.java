/** Tests of the package of the same name. */
@NullMarked
package org.rxtwin.rules.screening;

import org.jspecify.annotations.NullMarked;
