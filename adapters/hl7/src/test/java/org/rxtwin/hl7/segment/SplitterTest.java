package org.rxtwin.hl7.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.hl7.envelope.CharacterSets;
import org.rxtwin.hl7.envelope.Delimiters;

class SplitterTest {
  private final Splitter splitter = new Splitter(Delimiters.RECOMMENDED);

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r\n", "\n\n"})
  void anyLineEndTellsSegmentsApart(String end) {
    SplitMessage split = split("MSH|^~\\&|A" + end + "PID|1" + end + "ZAL|x" + end);

    assertThat(names(split)).containsExactly("MSH", "PID", "ZAL");
    assertThat(split.repairs()).isEmpty();
  }

  @Test
  void aWrappedTextIsJoinedAndListed() {
    SplitMessage split = split("MSH|^~\\&|A\rNTE|1||first line\rsecond line, lower\rOBX|1\r");

    assertThat(names(split)).containsExactly("MSH", "NTE", "OBX");
    assertThat(split.segments().get(1).line())
        .isEqualTo("NTE|1||first line\\.br\\second line, lower");
    assertThat(split.repairs()).containsExactly(Splitter.JOINED);
  }

  @Test
  void aLineBrokenBetweenFieldsIsJoinedWithoutABreak() {
    assertThat(split("MSH|^~\\&|A\rRXE||X\r|5||mg\r").segments().get(1).line())
        .isEqualTo("RXE||X|5||mg");
  }

  @Test
  void anOddNameIsASegmentOfItsOwnAndNeverRunsIntoThePatient() {
    assertThat(names(split("MSH|^~\\&|A\rPID|1||7\rPV|1|I\rZWCC|2\r")))
        .containsExactly("MSH", "PID", "PV", "ZWCC");
  }

  @Test
  void segmentsOfOneNameAreNumbered() {
    assertThat(split("MSH|^~\\&|A\rOBX|9\rNTE|1\rOBX|9\r").segments())
        .extracting(RawSegment::label)
        .containsExactly("MSH[1]", "OBX[1]", "NTE[1]", "OBX[2]");
  }

  @Test
  void blanksBeforeANameAreRemovedAndListed() {
    SplitMessage split = split("MSH|^~\\&|A\r  PID|1\r");

    assertThat(names(split)).containsExactly("MSH", "PID");
    assertThat(split.repairs()).containsExactly(SegmentHeads.INDENTED);
  }

  @Test
  void bytesThatAreNotUtf8AreReadAsLatinAndListed() {
    byte[] latin = "MSH|^~\\&|A\rPID|1||7||M\u00fcller\r".getBytes(StandardCharsets.ISO_8859_1);

    SplitMessage split = splitter.split(latin, List.of(), StandardCharsets.UTF_8);

    assertThat(split.segments().get(1).line()).endsWith("M\u00fcller");
    assertThat(split.repairs()).containsExactly(CharacterSets.NOT_AS_DECLARED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8859/1", "UNICODE UTF-8", "UTF-8", "GB 18030-2000", "ISO-8859-15"})
  void aDeclaredCharacterSetIsUsed(String declared) {
    String java = declared.replace("8859/1", "ISO-8859-1").replace("UNICODE ", "");
    Charset charset = Charset.forName(java.startsWith("GB") ? "GB18030" : java);

    SplitMessage split =
        splitter.split(
            "MSH|^~\\&|\u00e9\r".getBytes(charset), List.of(declared), StandardCharsets.UTF_8);

    assertThat(split.segments().get(0).line()).isEqualTo("MSH|^~\\&|\u00e9");
    assertThat(split.repairs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KLINGON", "UTF-16", "a b c"})
  void aCharacterSetThatCannotBeMeantIsReadAsUtf8AndListed(String declared) {
    SplitMessage split =
        splitter.split(
            "MSH|^~\\&|\u00e9\r".getBytes(StandardCharsets.UTF_8),
            List.of(declared),
            StandardCharsets.ISO_8859_1);

    assertThat(split.segments().get(0).line()).isEqualTo("MSH|^~\\&|\u00e9");
    assertThat(split.repairs()).containsExactly(CharacterSets.NOT_KNOWN);
  }

  private SplitMessage split(String text) {
    return splitter.split(text.getBytes(StandardCharsets.UTF_8), List.of(), StandardCharsets.UTF_8);
  }

  private static List<String> names(SplitMessage split) {
    return split.segments().stream().map(RawSegment::name).toList();
  }
}
