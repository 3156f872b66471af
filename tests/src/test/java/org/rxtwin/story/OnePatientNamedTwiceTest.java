package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnePatientNamedTwiceTest {
  private final Hl7 patient = new Hl7("300001", "19580514", "M");
  @TempDir private Path home;

  @Test
  void aMessageWithTwoPidSegmentsOfOnePatientIsReadAsOne() throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));

      List<JsonNode> alerts =
          hospital.send(
              patient.message(
                  day(2, 10),
                  "RDE^O11^RDE_O11",
                  patient.pid(),
                  Hl7.pv1(),
                  "ORC|NW|P1^PHARM|||||||" + Hl7.stamp(day(2, 10)),
                  "TQ1|1||QD||||20260304120000",
                  "RXE||40790^pantoprazole^RXNORM|40||mg|TAB",
                  "RXR|PO",
                  patient.pid(),
                  Hl7.pv1(),
                  "ORC|NW|F1^PHARM|||||||" + Hl7.stamp(day(2, 10)),
                  "TQ1|1||QD||||20260304120000",
                  "RXE||" + Hl7.FLUCONAZOLE + "|200||mg|TAB",
                  "RXR|PO"));

      assertThat(alerts)
          .anySatisfy(alert -> assertThat(alert.path("kind").asText()).isEqualTo("interaction"));
    }
  }
}
