package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.ResultValue.Numeric;
import org.rxtwin.chart.ResultValue.Text;

class VitalSignReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ST|85354-9^pressure^LN||120/80|mm[Hg]",
        "ST|BP^^L||120/80|",
        "NM|BP^Blood pressure^L||120 / 80|mmHg",
        "TX|NIBP^^L||120/80 mmHg|"
      })
  void aPressureIsTwoResults(String fields) {
    ReadMessage read = read(report("OBX|1|" + fields + "|||||F|||20260301090000"));

    List<LabResult> both =
        events(read, ResultReported.class).stream().map(ResultReported::result).toList();
    assertThat(both)
        .extracting(each -> each.analyte().get(0).code())
        .containsExactly("8480-6", "8462-4");
    assertThat(both.get(0).value()).contains(new Numeric(Comparator.EQUAL, 120, "mm[Hg]"));
    assertThat(both.get(1).value()).contains(new Numeric(Comparator.EQUAL, 80, "mm[Hg]"));
    assertThat(both.get(0).resultId()).isEqualTo("F-9^LAB|8480-6||2026-03-01T08:00:00Z");
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"80/120", "12/8", "120/80/60", "1200/80"})
  void whatIsNoPressureStaysText(String written) {
    LabResult result =
        only(read(report("OBX|1|ST|BP^^L||" + written + "||||||F")), ResultReported.class).result();

    assertThat(result.value().orElseThrow()).isInstanceOf(Text.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ST|8302-2^height^LN||5'10\"|; 70; [in_i]",
        "ST|HT^^L||5 ft 10 in|; 70; [in_i]",
        "NM|8302-2^height^LN||6|ft; 6; [ft_i]",
        "NM|8302-2^height^LN||175|cm; 175; cm",
        "ST|29463-7^weight^LN||7 lb 6 oz|; 7.375; [lb_av]",
        "NM|WT^Weight^L||154|lbs; 154; [lb_av]",
        "NM|29463-7^weight^LN||112|oz; 112; [oz_av]",
        "NM|8310-5^temperature^LN||98.6|F; 98.6; [degF]"
      })
  void weightAndHeightAreReadAsWardsWriteThem(String fields, double value, String unit) {
    ReadMessage read = read(report("OBX|1|" + fields + "|||||F"));

    LabResult result = only(read, ResultReported.class).result();
    Numeric number = (Numeric) result.value().orElseThrow();
    assertThat(number.value()).isCloseTo(value, within(1e-9));
    assertThat(number.unit()).isEqualTo(unit);
    assertThat(result.analyte()).extracting(Coding::system).contains("LOINC");
    assertThat(events(read, ReadingTroubled.class)).isEmpty();
  }

  @Test
  void aWeightThatNobodyHasIsText() {
    ReadMessage read = read(report("OBX|1|NM|29463-7^weight^LN||3400|kg|||||F"));

    assertThat(only(read, ResultReported.class).result().value()).contains(new Text("3400 kg"));
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("result");
  }
}
