package org.rxtwin.hl7.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCountsTest {
  private static final String HEADS = "FHS|^~\\&|A\rBHS|^~\\&|A\r";
  private static final String M = "MSH|^~\\&|A\rPID|1\r";

  @ParameterizedTest
  @ValueSource(
      strings = {"BTS|2", "BTS|2|ok\rFTS|1", "BTS", "BTS|", "BTS|two", "BTS#2", "FTS|1", ""})
  void nothingIsSaidWhereTheCountsAgreeOrTellNothing(String end) {
    assertThat(said(HEADS + M + M + end)).isEmpty();
    assertThat(said("\u000b" + HEADS.substring(12) + "\u000b" + M + "\u001c\u000b" + M + end))
        .isEmpty();
  }

  @Test
  void aBatchThatLostAMessageOrGotOneMoreIsSaid() {
    assertThat(said(HEADS + M + "BTS|2\rFTS|1\r")).containsExactly("BTS-1 says 2 messages, 1 came");
    assertThat(said(HEADS + M + M + "BTS|1\r")).containsExactly("BTS-1 says 1 messages, 2 came");
    assertThat(said(M + "BTS|2")).containsExactly("BTS-1 says 2 messages, 1 came");
  }

  @Test
  void aFileThatLostABatchIsSaid() {
    String batch = "BHS|^~\\&|A\r" + M + "BTS|1\r";
    assertThat(said("FHS|^~\\&|A\r" + batch + batch + "FTS|2\r")).isEmpty();
    assertThat(said("FHS|^~\\&|A\r" + batch + "FTS|2\r"))
        .containsExactly("FTS-1 says 2 batches, 1 came");
  }

  private static List<String> said(String file) {
    return BatchCounts.of(MessageBytes.copyOf(file.getBytes(StandardCharsets.UTF_8)));
  }
}
