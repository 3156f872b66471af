package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Identifier;

class OnePatientNamedTwiceTest {
  private final Hl7 patient = new Hl7("300001", "19580514", "M");
  @TempDir private Path home;

  @Test
  void resultsUnderTwoPidSegmentsOfOnePatientBothStand() throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(patient.admit(day(1, 9)));

      List<JsonNode> alerts =
          hospital.send(
              patient.message(
                  day(2, 10),
                  "ORU^R01^ORU_R01",
                  patient.pid(),
                  Hl7.pv1(),
                  inr("L1", "2.4", day(2, 8)),
                  patient.pid(),
                  Hl7.pv1(),
                  inr("L2", "2.6", day(2, 9))));

      assertThat(alerts).isEmpty();
      Chart chart =
          hospital
              .store()
              .load(hospital.store().findChart(new Identifier("HOSP", "300001")).orElseThrow());
      assertThat(chart.results()).hasSize(2);
    }
  }

  private static String inr(String number, String value, LocalDateTime at) {
    String ids = number + "^LAB|" + number + "F^LAB|";
    return "ORC|RE|"
        + ids
        + "\rOBR|1|"
        + ids
        + "PANEL^Laboratory^L|||"
        + Hl7.stamp(at)
        + "\rOBX|1|NM|6301-6^INR^LN||"
        + value
        + "|{INR}|||||F|||"
        + Hl7.stamp(at);
  }
}
