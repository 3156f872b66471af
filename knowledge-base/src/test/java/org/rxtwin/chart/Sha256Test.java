package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /** FIPS 180-4's example of one block. */
  @Test
  void the_digest_of_abc_is_the_published_one() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void text_is_taken_as_utf_8() {
    assertThat(Sha256.hex("\u00e9")).isEqualTo(Sha256.hex(new byte[] {(byte) 0xc3, (byte) 0xa9}));
  }
}
