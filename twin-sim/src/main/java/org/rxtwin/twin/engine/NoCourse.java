package org.rxtwin.twin.engine;

import org.jspecify.annotations.Nullable;

/**
 * At these parameters the model has no answer: a volume of zero, an overflow, equations that cannot
 * be solved. A search walks around such a place; where it is the typical person, the model or the
 * data are wrong.
 */
public final class NoCourse extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoCourse(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  NoCourse(String message) {
    this(message, null);
  }
}
