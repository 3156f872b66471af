package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.knowledge.KnowledgeLoader;

/** What is said of a specimen stays with its results, and only with them. */
class SpecimenReadingTest {
  private static final String POTASSIUM = "OBX|1|NM|2823-3^Potassium^LN||6.3|mmol/L||H|||F";
  private static final String SODIUM = "OBX|2|NM|2951-2^Sodium^LN||140|mmol/L||N|||F";

  @Test
  void aNoteUnderOneObservationDoesNotSpoilItsNeighbour() {
    assertThat(comments("OBR|1||F-9|1^p^L", POTASSIUM, "NTE|1||haemolysed", SODIUM))
        .containsExactly(List.of("haemolysed"), List.of());
    assertThat(comments("OBR|1||F-9|1^p^L", POTASSIUM, SODIUM, "NTE|1||slightly\\.br\\lipemic"))
        .containsExactly(List.of(), List.of("slightly\nlipemic"));
  }

  @Test
  void whatIsSaidOfOneRequestDoesNotReachTheNext() {
    assertThat(
            comments(
                "OBR|1||F-9|1^p^L",
                POTASSIUM,
                spm(24, "HEM^Hemolyzed"),
                "OBR|2||F-10|1^p^L",
                SODIUM))
        .containsExactly(List.of("Hemolyzed"), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "24, HEM, hemolyzed",
    "24, hem, hemolyzed",
    "24, CLOT, clotted",
    "24, HEM^stark rot, stark rot;hemolyzed",
    "24, HEM^haematology tube^L, haematology tube",
    "24, CLOT^Clot in tube^HL70493, Clot in tube;clotted",
    "24, HEM^stark hämolytisch, stark hämolytisch;hemolyzed",
    "24, ROOM, ROOM",
    "21, RH, hemolysis;specimen rejected",
    "21, RC^Clotting^HL70490, Clotting;clotted;specimen rejected",
    "21, RI^Identification problem^HL70490, Identification problem;specimen rejected",
    "21, QS^Quantity not sufficient^HL70490, Quantity not sufficient;specimen rejected",
    "7, LNV, venous line draw",
    "7, 'LNV^Line, Venous^HL70488', 'Line, Venous;venous line draw'",
    "14, drip arm, drip arm"
  })
  void codesOfTheSpecimenBecomeWords(int field, String value, String words) {
    assertThat(comments("OBR|1||F-9|1^p^L", POTASSIUM, spm(field, value)))
        .containsExactly(List.of(words.split(";")));
  }

  @ParameterizedTest
  @CsvSource({
    "7, LNA",
    "7, LNV",
    "21, RH",
    "21, RC",
    "21, RN",
    "21, RI",
    "24, HEM",
    "24, CLOT",
    "24, CON"
  })
  void whatACodeBecomesHoldsAWordThatRaisesDoubt(int field, String code) {
    List<String> told =
        comments("OBR|1||F-9|1^p^L", POTASSIUM, spm(field, code + "^other words")).get(0);

    assertThat(KnowledgeLoader.shipped().getKnowledge().laboratory().listSpecimenWords())
        .anyMatch(each -> told.stream().anyMatch(words -> words.contains(each.word())));
  }

  @Test
  void aNoteUnderTheSpecimenIsOfAllItsResults() {
    assertThat(comments("OBR|1||F-9|1^p^L", POTASSIUM, SODIUM, "SPM|1", "NTE|1||line draw"))
        .containsExactly(List.of("line draw"), List.of("line draw"));
  }

  @Test
  void wordsAmongTheFlagsAreKeptAndFlagsAreNot() {
    assertThat(
            comments(
                "OBR|1||F-9|1^p^L",
                POTASSIUM.replace("|H|", "|HH~HEMOLYZED|"),
                SODIUM.replace("|N|", "|H^High^HL70078|")))
        .containsExactly(List.of("HEMOLYZED"), List.of());
  }

  @Test
  void clinicalInformationIsOfThePatientAndSaysSo() {
    assertThat(comments("OBR|1||F-9|1^p^L|||||||||haemolytic anaemia", POTASSIUM))
        .containsExactly(List.of("clinical information: haemolytic anaemia"));
  }

  private static String spm(int field, String value) {
    return "SPM|1" + "|".repeat(field - 1) + value;
  }

  private static List<List<String>> comments(String... segments) {
    String[] all = new String[segments.length + 1];
    all[0] = PID;
    System.arraycopy(segments, 0, all, 1, segments.length);
    return events(read(message("ORU^R01", all)), ResultReported.class).stream()
        .map(each -> each.result().comments())
        .toList();
  }
}
