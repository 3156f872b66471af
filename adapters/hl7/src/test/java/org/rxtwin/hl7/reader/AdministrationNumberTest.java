package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.GivenDoses.GIVEN;
import static org.rxtwin.hl7.reader.GivenDoses.ORC;
import static org.rxtwin.hl7.reader.GivenDoses.VANCOMYCIN;
import static org.rxtwin.hl7.reader.GivenDoses.given;
import static org.rxtwin.hl7.reader.GivenDoses.ras;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ChartEvent.Administered;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.quantity.Dose;

/** By what number a dose given is known, so that neither a second dose nor a correction is lost. */
class AdministrationNumberTest {
  @Test
  void twoDosesWithoutAStartInTwoMessagesStayTwo() {
    String timeless = ras(ORC, GIVEN.replace("20260301080000|20260301090000", "|"));

    Administration first = only(read(timeless), Administered.class).administration();
    Administration second =
        only(read(timeless.replace("|C-1|", "|C-2|")), Administered.class).administration();

    assertThat(first.start()).isEqualTo(second.start());
    assertThat(first.start().instant()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
    assertThat(first.administrationId()).isNotEqualTo(second.administrationId());
  }

  @ParameterizedTest
  @CsvSource({"20260301", "20260332080000", "20260301180000", "this morning"})
  void twoDosesOfADayWithoutAnHourStayTwo(String start) {
    String hourless =
        ras(ORC, GIVEN.replace("|20260301080000|20260301090000|", "|" + start + "||"));

    Administration morning = only(read(hourless), Administered.class).administration();
    Administration evening =
        only(read(hourless.replace("|C-1|", "|C-2|")), Administered.class).administration();

    assertThat(morning.start().instant()).isEqualTo(evening.start().instant());
    assertThat(morning.administrationId()).isNotEqualTo(evening.administrationId());
    assertThat(only(read(hourless), Administered.class).administration().administrationId())
        .as("a message sent again tells no other dose")
        .isEqualTo(morning.administrationId());
  }

  @Test
  void twoTabletsScannedUnderTheSameCountersAndTimeAreTwoDoses() {
    ReadMessage read = read(ras(ORC, GIVEN, GIVEN, GIVEN.replace("CP|A", "CP|D")));

    assertThat(events(read, Administered.class))
        .extracting(each -> each.administration().administrationId())
        .containsExactly("O-1^CPOE|1|2|11124", "O-1^CPOE|1|2|11124#2", "O-1^CPOE|1|2|11124");
    assertThat(events(read, Administered.class).get(1).administration().problems())
        .extracting("field")
        .containsExactly("RXA-2");
    assertThat(events(read, ReadingTroubled.class)).isEmpty();
  }

  @Test
  void severalDosesUnderOneOrderShareTheRouteThatFollowsThem() {
    ReadMessage read =
        read(
            ras(
                ORC,
                GIVEN,
                GIVEN.replace("|1|2|", "|1|3|").replace("20260301080000", "20260301090000"),
                "RXR|IV",
                GIVEN.replace("|1|2|", "|1|4|"),
                "RXR|PO"));

    assertThat(events(read, Administered.class))
        .extracting(each -> each.administration().route())
        .containsExactly("IV", "IV", "PO");
    assertThat(events(read, Administered.class))
        .extracting(each -> each.administration().administrationId())
        .doesNotHaveDuplicates();
  }

  @Test
  void twoDrugsOfAMixtureUnderTheSameCountersStayTwo() {
    ReadMessage read =
        read(ras(ORC, GIVEN, GIVEN.replace(VANCOMYCIN, "9863^sodium chloride^RXNORM")));

    assertThat(events(read, Administered.class))
        .extracting(each -> each.administration().administrationId())
        .containsExactly("O-1^CPOE|1|2|11124", "O-1^CPOE|1|2|9863");
  }

  @Test
  void aCorrectionNamesTheSameRecord() {
    Administration first = given(GIVEN);
    Administration corrected = given(GIVEN.replace("|1|g|", "|750|mg|").replace("CP|A", "CP|U"));

    assertThat(corrected.administrationId()).isEqualTo(first.administrationId());
    assertThat(corrected.dose()).contains(Dose.milligrams(750));
  }
}
