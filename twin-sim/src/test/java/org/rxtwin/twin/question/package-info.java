@NullMarked
package org.rxtwin.twin.question;

import org.jspecify.annotations.NullMarked;
