/**
 * The home folder of an installation: what lies in it and who may read it.
 *
 * <p>In: the path of the home folder. Out: the site key.
 *
 * <p>Units: none.
 *
 * <p>Source: design decision on keyed hashes (an unkeyed hash of a record number is patient data).
 */
@NullMarked
package org.rxtwin.app.home;

import org.jspecify.annotations.NullMarked;
