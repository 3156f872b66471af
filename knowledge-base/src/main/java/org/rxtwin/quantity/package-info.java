/**
 * Quantities as the clinic names them.
 *
 * <p>In: numbers already converted by an adapter (UCUM stays at the edge). Out: value types that
 * refuse what cannot be (negative, not finite). Units: milligram, litre, hour, kilogram, unless the
 * type says otherwise. Source: the International System of Units; UCUM for the codes.
 */
@NullMarked
package org.rxtwin.quantity;

import org.jspecify.annotations.NullMarked;
