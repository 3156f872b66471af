/** Tests of the door over real sockets and the real broker. */
@NullMarked
package org.rxtwin.app.intake;

import org.jspecify.annotations.NullMarked;
