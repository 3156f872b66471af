@NullMarked
package org.rxtwin.quantity;

import org.jspecify.annotations.NullMarked;
