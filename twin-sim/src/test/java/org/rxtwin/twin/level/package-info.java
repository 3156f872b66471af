/** Stories of patients whose doses are judged by levels, and the proof of the vancomycin model. */
@NullMarked
package org.rxtwin.twin.level;

import org.jspecify.annotations.NullMarked;
