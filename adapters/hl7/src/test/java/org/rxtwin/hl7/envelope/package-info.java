/** Tests of envelopes and acknowledgements; HAPI is the oracle for what is written. */
@NullMarked
package org.rxtwin.hl7.envelope;

import org.jspecify.annotations.NullMarked;
