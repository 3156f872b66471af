/** Tests of the home folder. */
@NullMarked
package org.rxtwin.app.home;

import org.jspecify.annotations.NullMarked;
