package org.rxtwin.app.home;

/** The site key is there but must not or cannot be used. */
public final class SiteKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SiteKeyException(String message) {
    super(message);
  }
}
