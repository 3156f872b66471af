package org.rxtwin.app.settings;

/** A word that is never printed. */
public final class Secret {
  private final String word;

  /** A secret as it stood in its file, without the line's end. */
  public Secret(String word) {
    this.word = word;
  }

  /** The word itself, for the one who signs in with it. */
  public String reveal() {
    return word;
  }

  @Override
  public String toString() {
    return "(withheld)";
  }
}
