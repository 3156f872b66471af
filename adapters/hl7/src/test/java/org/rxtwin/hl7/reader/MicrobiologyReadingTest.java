package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue.Coded;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.ResultValue.Numeric;

class MicrobiologyReadingTest {
  private static final String CULTURE = "OBR|1|O-1|F-1|600-7^culture^LN|||20260301080000";
  private static final String COLI = "OBX|1|CE|600-7^organism^LN|1|112283007^E. coli^SCT||||||F";
  private static final String STAPH = "OBX|2|CE|600-7^organism^LN|2|3092008^S. aureus^SCT||||||F";
  private static final String MIC = "OBX|1|SN|18906-8^ciprofloxacin^LN||<=^0.5|ug/mL||S|||F";

  @Test
  void aSusceptibilityNamesItsOrganism() {
    ReadMessage read = read(message("ORU^R01", PID, CULTURE, COLI, STAPH, panel("2", "F-1"), MIC));

    List<LabResult> results = results(read);
    assertThat(results.get(0).value())
        .contains(new Coded(new Coding("112283007", "SNOMED", "E. coli")));
    assertThat(results.get(0).parent()).isEmpty();
    LabResult drug = results.get(2);
    assertThat(drug.value()).contains(new Numeric(Comparator.AT_MOST, 0.5, "ug/mL"));
    assertThat(drug.interpretation()).contains("S");
    assertThat(drug.parent()).contains("S. aureus");
  }

  @Test
  void anOrganismThatTheMessageDoesNotHoldIsNamedAsTheParentFieldDoes() {
    ReadMessage words =
        read(message("ORU^R01", PID, panel("1^E. coli", "F-7"), MIC.replace("|S|", "|R|")));
    ReadMessage number = read(message("ORU^R01", PID, panel("1", "F-7"), MIC));

    assertThat(results(words).get(0).parent()).contains("E. coli");
    assertThat(results(words).get(0).interpretation()).contains("R");
    assertThat(results(number).get(0).parent()).contains("sub-id 1");
  }

  @Test
  void aPanelThatRepeatsItsOrganismInOtherWordsChangesNothing() {
    String again = COLI.replace("E. coli", "Escherichia coli");
    ReadMessage read = read(message("ORU^R01", PID, CULTURE, COLI, panel("1", "F-1"), again, MIC));

    assertThat(results(read).get(2).parent()).contains("E. coli");
  }

  /** Each panel asks once, however many there are: the square would take minutes. */
  @Test
  void aMessageOfThousandsOfPanelsIsReadAtOnce() {
    List<String> lines = new ArrayList<>(List.of(PID, CULTURE));
    for (int i = 0; i < 8_000; i++) {
      lines.add(COLI);
    }
    for (int i = 0; i < 8_000; i++) {
      lines.add(panel("1", "F-1"));
      lines.add(MIC);
    }
    String message = message("ORU^R01", lines.toArray(String[]::new));

    ReadMessage read = Assertions.assertTimeout(Duration.ofSeconds(15), () -> read(message));

    assertThat(results(read).get(15_999).parent()).contains("E. coli");
  }

  private static String panel(String subId, String parent) {
    return "OBR|2|O-2|F-2|29576-6^susceptibility^LN"
        + "|".repeat(22)
        + "600-7&organism&LN^"
        + subId
        + "|||^"
        + parent;
  }

  private static List<LabResult> results(ReadMessage read) {
    return events(read, ResultReported.class).stream().map(ResultReported::result).toList();
  }
}
