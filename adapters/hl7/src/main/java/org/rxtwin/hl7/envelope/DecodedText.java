package org.rxtwin.hl7.envelope;

import java.nio.charset.Charset;

/**
 * Bytes as text.
 *
 * @param charset in which they were read
 */
public record DecodedText(String text, Charset charset) {
  @Override
  public String toString() {
    return "DecodedText[" + text.length() + " characters, " + charset.name() + "]";
  }
}
