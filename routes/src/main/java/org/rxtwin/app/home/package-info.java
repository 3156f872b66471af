/**
 * What: the folder in which one installation keeps what is its own, and who may read it.
 *
 * <p>In: {@code RXTWIN_HOME}, or {@code .rxtwin} in the user's folder.
 *
 * <p>Out: {@link org.rxtwin.app.home.Home}, open to its owner alone, and the hash under the site's
 * key.
 *
 * <p>Units: the key is 32 bytes.
 *
 * <p>Source: design decision on keyed hashes (an unkeyed hash of a record number is patient data).
 */
@NullMarked
package org.rxtwin.app.home;

import org.jspecify.annotations.NullMarked;
