package org.rxtwin.knowledge;

/** Something was asked by a name that no row has. */
public final class UnknownKnowledge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownKnowledge(String subject, String id) {
    super(
        "Expected a row of "
            + subject
            + ", came '"
            + id
            + "', which none has.\n"
            + "Maybe it must be resolved from its name first, or a site's file is missing.");
  }
}
