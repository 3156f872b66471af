package org.rxtwin.hl7.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.hl7.envelope.Delimiters;

/** What is a segment and what is a line of the note before it. */
class SegmentHeadsTest {
  private final Splitter splitter = new Splitter(Delimiters.RECOMMENDED);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RXE", "RXO", "RXR", "RXC", "RXA", "RXD", "RXG", "TQ1", "OBX", "OBR", "ORC", "PID", "AL1",
        "IAM", "DG1", "PV1", "NK1", "ZAL"
      })
  void aSegmentIsNeverSwallowedByTheNoteBeforeItHoweverItsNameIsWritten(String name) {
    String small = name.toLowerCase(java.util.Locale.ROOT);
    for (String head :
        List.of(
            name + " |",
            name + "\t|",
            " " + name + "|",
            "\t" + name + " |",
            "\u00a0" + name + "|",
            "\ufeff" + name + "|",
            "\u0002" + name + "|",
            small + "|",
            small + " |",
            " " + small + "|",
            name.charAt(0) + small.substring(1) + "|")) {
      SplitMessage split = split("MSH|^~\\&|A\rNTE|1||a note\r" + head + "1|x\r");

      assertThat(split.segments())
          .extracting(RawSegment::line)
          .as(head)
          .containsExactly("MSH|^~\\&|A", "NTE|1||a note", name + "|1|x");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RXE |, blanks behind a segment name were removed",
    "' RXE|', blanks before a segment name were removed",
    "nk1|, a segment name in small letters was read"
  })
  void whatWasPutRightIsListed(String head, String repair) {
    assertThat(split("MSH|^~\\&|A\rNTE|1||a\r" + head + "1").repairs()).containsExactly(repair);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TID",
        "INR",
        "ABC",
        "tid",
        "and||||||F",
        "mg||||||F",
        "nte",
        "5 mg|",
        "AMP | R",
        "CIP\t| S"
      })
  void aShortLineOfTextStaysInItsNote(String line) {
    SplitMessage split = split("MSH|^~\\&|A\rNTE|1||take it\r" + line + "\rwith food\rOBX|1\r");

    assertThat(names(split)).containsExactly("MSH", "NTE", "OBX");
    assertThat(split.segments().get(1).line())
        .isEqualTo("NTE|1||take it\\.br\\" + line + "\\.br\\with food");
    assertThat(split.repairs()).containsExactly(Splitter.JOINED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PV2", "ZAL", "NTE", "PV2 "})
  void aNameOfTheStandardAloneOnItsLineIsASegmentWithoutFields(String line) {
    assertThat(names(split("MSH|^~\\&|A\rPID|1\r" + line + "\rOBX|1\r")))
        .containsExactly("MSH", "PID", line.strip(), "OBX");
  }

  @Test
  void anAddendumGoesOnWithTheSegmentBeforeItAtTheCharacterWhereItWasCut() {
    SplitMessage split = split("MSH|^~\\&|A\rPID|1\rRXE||1^war\rADD|farin^L|5\rADD|0||mg\rTQ1|1\r");

    assertThat(split.segments())
        .extracting(RawSegment::line)
        .containsExactly("MSH|^~\\&|A", "PID|1", "RXE||1^warfarin^L|50||mg", "TQ1|1");
    assertThat(split.continued()).isFalse();
  }

  @Test
  void anAddendumDirectlyBehindTheHeadBelongsToASegmentOfAnotherMessage() {
    SplitMessage split = split("MSH|^~\\&|A\rADD|farin^L|5||mg\rTQ1|1\r");

    assertThat(names(split)).containsExactly("MSH", "ADD", "TQ1");
    assertThat(split.continued()).isTrue();
  }

  private SplitMessage split(String text) {
    return splitter.split(text.getBytes(StandardCharsets.UTF_8), List.of(), StandardCharsets.UTF_8);
  }

  private static List<String> names(SplitMessage split) {
    return split.segments().stream().map(RawSegment::name).toList();
  }
}
