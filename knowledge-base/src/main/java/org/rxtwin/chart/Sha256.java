package org.rxtwin.chart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 in 64 hexadecimal digits: the name of a content, such as a message or a rule set. Never
 * of what names a person, for it can be found by trying: that is {@link KeyedHash}'s.
 */
public final class Sha256 {
  private Sha256() {}

  /** Of bytes. */
  public static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "expected every Java runtime to know SHA-256\nMaybe the JDK is cut down.", e);
    }
  }

  /** Of text in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
