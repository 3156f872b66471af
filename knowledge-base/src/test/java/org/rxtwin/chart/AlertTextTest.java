package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertTextTest {
  private final Alert alert = Alerts.warfarinWithFluconazole();
  private final String plain = new AlertText(ZoneOffset.UTC, false).of(alert);

  @Test
  void aPharmacistSeesWhatWhyAndWhatToDoInEightyColumns() {
    assertThat(plain)
        .contains("INTERRUPT", "interaction · major", "fluconazole + warfarin", "patient 4711")
        .contains("DO        Reduce warfarin from 5 mg daily to 3 mg daily")
        .contains("MEASURE   ▸ INR by 2026-03-05 08:00")
        .contains("last INR 2.4 (2026-03-01 08:00)")
        .contains("ADJUST: INR leaves the target")
        .contains("UNCONFIRMED", "doses assumed")
        .contains("[confirmed] Drug Metab Dispos 50:1302, abstract (2022)")
        .contains("[UNCONFIRMED] remembered label text");
    assertThat(plain.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void bothRegimensStandSideBySideWithTheirProbabilities() {
    assertThat(plain.lines().toList())
        .anyMatch(line -> line.matches(" +5 mg daily +3 mg daily"))
        .anyMatch(line -> line.matches(" +now +proposed, screened"))
        .anyMatch(line -> line.matches(" +in target +18 % +78 %"))
        .anyMatch(line -> line.matches(" +too high +71 % +6 %"))
        .anyMatch(line -> line.matches(" +INR day 7 +4\\.5 \\(.*\\) +2\\.6 \\(.*\\)"));
  }

  @Test
  void theCurveRisesAndItsTargetBandIsMarked() {
    List<String> rows = plain.lines().filter(line -> line.matches(" *[0-9.]+ [┤╪].*")).toList();

    assertThat(rows).hasSizeBetween(6, 15);
    assertThat(rows.stream().filter(line -> line.contains("╪"))).hasSize(2);
    int firstRow = rowWith(rows, rows.get(0).indexOf('┤') + 1);
    assertThat(firstRow).as("day 0 lies lower than day 14").isGreaterThan(topmost(rows));
    assertThat(String.join("", rows)).contains("░", "●", "○");
  }

  @Test
  void coloursAreUsedOnlyWhenAsked() {
    String coloured = new AlertText(ZoneOffset.UTC, true).of(alert);

    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[1;31m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void anAlertWithoutTwinOrPatientIsShownToo() {
    Alert bare =
        AlertJsonTest.copy(
            alert,
            1,
            Alerts.NOW,
            new Alert.Patient(Events.CHART, Optional.empty()),
            Optional.empty(),
            "m1");

    assertThat(new AlertText(ZoneOffset.UTC, false).of(bare))
        .contains("no patient")
        .doesNotContain("TWIN");
  }

  @Test
  void controlCharactersOfReceivedTextNeverReachTheTerminal() {
    Alert crooked =
        AlertJsonTest.copy(
            alert,
            1,
            Alerts.NOW,
            new Alert.Patient(Events.CHART, Optional.of(new Identifier("HOSP", "47\u001b[2J11"))),
            Optional.empty(),
            "m1");

    assertThat(new AlertText(ZoneOffset.UTC, false).of(crooked)).doesNotContain("\u001b");
  }

  private static int rowWith(List<String> rows, int column) {
    for (int row = 0; row < rows.size(); row++) {
      String line = rows.get(row);
      if (line.length() > column && line.charAt(column) == '●') {
        return row;
      }
    }
    return -1;
  }

  private static int topmost(List<String> rows) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).contains("●")) {
        return row;
      }
    }
    return -1;
  }
}
