@NullMarked
package org.rxtwin.rules;

import org.jspecify.annotations.NullMarked;
