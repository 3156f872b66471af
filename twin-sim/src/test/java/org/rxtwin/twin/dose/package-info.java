/** Tests: what the package promises, as worked examples and published figures. */
@NullMarked
package org.rxtwin.twin.dose;

import org.jspecify.annotations.NullMarked;
