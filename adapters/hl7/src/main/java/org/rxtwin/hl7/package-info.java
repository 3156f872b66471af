@NullMarked
package org.rxtwin.hl7;

import org.jspecify.annotations.NullMarked;
