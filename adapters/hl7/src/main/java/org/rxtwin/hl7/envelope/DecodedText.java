package org.rxtwin.hl7.envelope;

import java.nio.charset.Charset;

/**
 * Bytes as text.
 *
 * @param charset in which they were read
 * @param inDoubt whether what stands there as a delimiter may be a part of a character
 */
public record DecodedText(String text, Charset charset, boolean inDoubt) {
  @Override
  public String toString() {
    return "DecodedText[" + text.length() + " characters, " + charset.name() + "]";
  }
}
