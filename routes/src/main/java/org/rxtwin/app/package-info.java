@NullMarked
package org.rxtwin.app;

import org.jspecify.annotations.NullMarked;
