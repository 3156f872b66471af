@NullMarked
package org.rxtwin.twin;

import org.jspecify.annotations.NullMarked;
