@NullMarked
package org.rxtwin.store;

import org.jspecify.annotations.NullMarked;
