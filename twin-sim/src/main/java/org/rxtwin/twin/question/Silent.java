package org.rxtwin.twin.question;

/** Why a twin stays silent; the text is for a pharmacist and names what to ask or measure. */
public final class Silent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Silent(String why) {
    super(why, null, false, false);
  }

  /** The reason. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
