package org.rxtwin.rules.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.LabResult;
import org.rxtwin.knowledge.KnowledgeLoader;

/** Which comments make a value one to repeat, and which do not. */
class SpecimenDoubtTest {
  private static final SpecimenDoubt DOUBT =
      new SpecimenDoubt(KnowledgeLoader.shipped().getKnowledge().laboratory());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Specimen hemolyzed",
        "HAEMOLYSED",
        "grossly haemolysed, please repeat",
        "Haemolysis index 240",
        "hemolysis: moderate",
        "not centrifuged in time; hemolyzed",
        "stark h\u00e4molytisch",
        "\u0433\u0435\u043c\u043e\u043b\u0438\u0437",
        "line draw",
        "drawn from the line",
        "arterial line draw",
        "venous line draw",
        "specimen rejected",
        "clotted",
        "slightly lipaemic",
        "diluted with IV fluid",
        "clinical information: line draw",
        "no clots but hemolyzed"
      })
  void thisIsDoubted(String comment) {
    assertThat(DOUBT.of(result(comment))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not hemolyzed",
        "no visible haemolysis",
        "Hemolysis: none",
        "haemolysis index: 0",
        "specimen is not clotted",
        "non-hemolyzed",
        "hemolytic anaemia known",
        "beta-haemolytic streptococci",
        "clinical information: haemolysis? jaundice",
        "ROOM",
        "fasting"
      })
  void thisIsNot(String comment) {
    assertThat(DOUBT.of(result(comment))).isFalse();
  }

  private static LabResult result(String comment) {
    return new LabResult(
        "r1",
        List.of(),
        Optional.empty(),
        LabResult.Status.FINAL,
        Optional.empty(),
        List.of(comment),
        List.of());
  }
}
