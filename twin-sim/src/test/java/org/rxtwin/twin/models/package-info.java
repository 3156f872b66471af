/** Tests: each shipped model file against the figures its paper or another program printed. */
@NullMarked
package org.rxtwin.twin.models;

import org.jspecify.annotations.NullMarked;
