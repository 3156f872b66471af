package org.rxtwin.chart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under the site's key, cut to 128 bits. An unkeyed hash of a record number could be
 * reversed by trying all numbers; this cannot without the key.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES_KEPT = 16;
  private static final int LEAST_KEY_BYTES = 16;
  private static final byte SEPARATOR = 0x1f;

  private final SecretKeySpec key;

  /** A hash under a key of at least 16 bytes. */
  public KeyedHash(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "expected a site key of at least 16 bytes, came "
              + key.length
              + "\nMaybe the key file was cut short; restore it from a backup.");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** 32 hexadecimal digits that stand for these parts in this order. */
  public String of(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : parts) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update(SEPARATOR);
      }
      return HexFormat.of().formatHex(mac.doFinal(), 0, BYTES_KEPT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "expected every Java runtime to know " + ALGORITHM + "\nMaybe the JDK is crippled.", e);
    }
  }

  /** The chart that belongs to an identifier seen for the first time. */
  public ChartId chart(Identifier first) {
    return new ChartId(of("chart", first.authority(), first.value()));
  }

  @Override
  public String toString() {
    return "KeyedHash[key withheld]";
  }
}
