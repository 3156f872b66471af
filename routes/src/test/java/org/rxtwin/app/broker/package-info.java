/** Tests of the broker, embedded as it runs. */
@NullMarked
package org.rxtwin.app.broker;

import org.jspecify.annotations.NullMarked;
