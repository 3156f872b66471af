package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue.Coded;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.ResultValue.Numeric;
import org.rxtwin.chart.ResultValue.Text;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;

class ResultReadingTest {
  private static final String INR = "OBX|1|NM|6301-6^INR^LN|1|2.4|{INR}|||||F|||20260301074500";

  @Test
  void aNumberIsReadWithItsTimeAndCodes() {
    ReadMessage read = read(report(INR));

    LabResult result = only(read, ResultReported.class).result();
    assertThat(result.analyte()).containsExactly(new Coding("6301-6", "LOINC", "INR"));
    assertThat(result.value()).contains(new Numeric(Comparator.EQUAL, 2.4, "{INR}"));
    assertThat(result.status()).isEqualTo(Status.FINAL);
    assertThat(result.sampledAt().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T06:45:00Z"));
    assertThat(result.resultId()).isEqualTo("F-9^LAB|6301-6|1|2026-03-01T06:45:00Z");
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NM|K^K^L||5.4|mmol/L; EQUAL; 5.4; mmol/L",
        "NM|K^K^L||<5.4|mmol/L; LESS; 5.4; mmol/L",
        "NM|K^K^L||5,4|mmol/L; EQUAL; 5.4; mmol/L",
        "SN|K^K^L||<^5|mg/dL; LESS; 5; mg/dL",
        "SN|K^K^L||>=^5.5|MG/DL; AT_LEAST; 5.5; mg/dL",
        "ST|K^K^L||>100|ng/mL; GREATER; 100; ng/mL",
        "ST|K^K^L||2.4|; EQUAL; 2.4; ''",
        "NM|K^K^L||5.4 mmol/L|; EQUAL; 5.4; mmol/L",
        "NM|K^K^L||150|K/uL; EQUAL; 150; 10*3/uL",
        "TX|K^K^L||5.4|mmol/L; EQUAL; 5.4; mmol/L",
        "'ST|K^K^L||&lt;5.4|mmol/L'; LESS; 5.4; mmol/L",
        "'ST|K^K^L||\\T\\gt;5.4|mmol/L'; GREATER; 5.4; mmol/L",
        "NM|2160-0^Creatinine^LN||1.1|mg/dL; EQUAL; 1.1; mg/dL",
        "NM|2160-0^Creatinine^LN||92|umol/L; EQUAL; 92; umol/L",
        "NM|2823-3^K^LN||>14|mmol/L; GREATER; 14; mmol/L",
        "NM|HR^puls^L||72|266017^beats/min^MDC; EQUAL; 72; /min",
        "|K^K^L||5.4|mmol/L; EQUAL; 5.4; mmol/L"
      })
  void numbersComeWithComparatorAndUcum(
      String fields, Comparator comparator, double value, String unit) {
    assertThat(result("OBX|1|" + fields + "|||||F").value())
        .contains(new Numeric(comparator, value, unit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SN|K^K^L||^1^,^128|; ^1^,^128; OBX-5",
        "NM|2160-0^Creatinine^LN||92|mg/dL; 92 mg/dL; OBX-5",
        "NM|CREAT^Creatinine^L||92|mg/dL; 92 mg/dL; OBX-5",
        "NM|2823-3^K^LN||>140|mmol/L; >140 mmol/L; OBX-5",
        "NM|K^K^L||1,234|mg/L; 1,234; OBX-5",
        "NM|K^K^L||positive|; positive; OBX-5",
        "NM|K^K^L||5.4|zorks; 5.4 zorks; OBX-6",
        "NM|K^K^L||5.4 mg/L|mmol/L; 5.4 mg/L; OBX-6"
      })
  void whatIsNoNumberForCertainIsKeptAsTextAndSaid(String fields, String text, String field) {
    ReadMessage read = read(report("OBX|1|" + fields + "|||||F"));

    assertThat(only(read, ResultReported.class).result().value()).contains(new Text(text));
    assertThat(troubledFields(read)).contains(field);
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("result");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SN|K^K^L||^1^:^128|; 1:128",
        "SN|K^K^L||>^1^:^64|; >1:64",
        "SN|K^K^L||^10^-^20|; 10-20",
        "FT|K^K^L||5.4\\.br\\5.6|mmol/L; '5.4\n5.6'",
        "ST|K^K^L||TNP|mmol/L; TNP",
        "DT|8665-2^LMP^LN||20260110|; 20260110"
      })
  void whatIsSoundAndNoNumberIsTextAndNobodyIsDisturbed(String fields, String text) {
    ReadMessage read = read(report("OBX|1|" + fields + "|||||F"));

    assertThat(only(read, ResultReported.class).result().value())
        .contains(new Text(text.replace("\\n", "\n")));
    assertThat(events(read, ReadingTroubled.class)).isEmpty();
  }

  @Test
  void codesAndWordsAreKept() {
    assertThat(result("OBX|1|CWE|600-7^culture^LN||112283007^E. coli^SCT||||||F").value())
        .contains(new Coded(new Coding("112283007", "SNOMED", "E. coli")));
    assertThat(result("OBX|1|CWE|1^x^L||P^schwanger^L^LA15173-0^Pregnant^LN||||||F").value())
        .contains(new Coded(new Coding("LA15173-0", "LOINC", "schwanger")));
    assertThat(result("OBX|1|TX|1^note^L||line\\.br\\two||||||F").value())
        .contains(new Text("line\ntwo"));
    assertThat(result("OBX|1|ST|1^note^L||5 colonies||||||F").value())
        .contains(new Text("5 colonies"));
  }

  @ParameterizedTest
  @CsvSource({
    "P, PRELIMINARY",
    "F, FINAL",
    "C, CORRECTED",
    "D, WITHDRAWN",
    "W, WITHDRAWN",
    "X, NOT_OBTAINED",
    "N, NOT_OBTAINED",
    "'', NOT_TOLD",
    "?, NOT_TOLD",
    "U, FINAL",
    "R, PRELIMINARY"
  })
  void theStatusSaysHowFinalAResultIs(String code, Status status) {
    assertThat(result(INR.replace("|F|", "|" + code + "|")).status()).isEqualTo(status);
  }

  @Test
  void aCorrectionAndAWithdrawalNameTheSameResult() {
    String id = result(INR).resultId();

    assertThat(result(INR.replace("|F|", "|C|").replace("2.4", "2.9")).resultId()).isEqualTo(id);
    LabResult withdrawn = result(INR.replace("|F|", "|W|"));
    assertThat(withdrawn.resultId()).isEqualTo(id);
    assertThat(withdrawn.value()).isEmpty();
  }

  @Test
  void theSamplingTimeIsTheObservationsElseTheRequestsElseTheSpecimens() {
    String plain = "OBX|1|NM|6301-6^INR^LN|1|2.4||||||F";
    ReadMessage bySpecimen =
        read(
            message(
                "ORU^R01", PID, "OBR|1||F-9|1^p^L", plain, "SPM|1" + "|".repeat(16) + "20260228"));

    assertThat(result(plain).sampledAt().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
    ClinicalTime specimen =
        only(bySpecimen, ResultReported.class).result().sampledAt().orElseThrow();
    assertThat(specimen.precision()).isEqualTo(ClinicalTime.Precision.DAY);
    assertThat(specimen.hasTimeOfDay()).isFalse();
  }

  @Test
  void withoutASamplingTimeNoneIsMadeUp() {
    ReadMessage read =
        read(message("ORU^R01", PID, "OBR|1||F-9|1^p^L", "OBX|1|NM|6301-6^INR^LN|1|2.4||||||F"));

    assertThat(only(read, ResultReported.class).result().sampledAt()).isEmpty();
    assertThat(read.patients().get(0).events().get(1).occurredAt().instant())
        .isEqualTo(Instant.parse("2026-03-01T09:15:00Z"));
  }

  @Test
  void twoResultsWithoutNumberOrTimeStayTwo() {
    String plain = message("ORU^R01", PID, "OBR|1", "OBX|1|NM|6301-6^INR^LN||2.4||||||F");
    String later = plain.replace("20260301101500", "20260302101500");

    assertThat(only(read(later), ResultReported.class).result().resultId())
        .isNotEqualTo(only(read(plain), ResultReported.class).result().resultId());
  }

  @Test
  void aSpecimenTakenAfterItsResultWasSentHasNoTime() {
    ReadMessage minutes = read(report(INR.replace("20260301074500", "20260301102400")));
    ReadMessage hours = read(report(INR.replace("20260301074500", "20260301111500")));

    assertThat(only(minutes, ResultReported.class).result().sampledAt()).isPresent();
    assertThat(minutes.problems()).isEmpty();
    assertThat(only(hours, ResultReported.class).result().sampledAt().orElseThrow().instant())
        .as("the request's time is left")
        .isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
    assertThat(troubledFields(hours)).containsExactly("OBX-14");
    assertThat(only(hours, ReadingTroubled.class).what()).isEqualTo("result");
  }

  @Test
  void anOffsetInMsh7HoldsForTheWholeMessageWhereNoZoneWasAgreed() {
    String report = report(INR).replace("20260301101500", "20260301101500+0000");
    FeedProfiles strangers = FeedProfiles.of(ZoneId.of("Asia/Tokyo"));
    FeedProfile agreed =
        new FeedProfile(
            "CPOE",
            "HOSP",
            ZoneId.of("Europe/Zurich"),
            "",
            Map.of(),
            Map.of(),
            Optional.empty(),
            true);

    assertThat(sampled(read(report, strangers))).isEqualTo(Instant.parse("2026-03-01T07:45:00Z"));
    assertThat(sampled(read(report, new FeedProfiles(List.of(agreed), agreed))))
        .isEqualTo(Instant.parse("2026-03-01T06:45:00Z"));
  }

  @Test
  void anOffsetThatTheZoneShowsLeavesTheZoneInForceThroughTheYear() {
    String report = report(INR).replace("20260301101500", "20260301101500+0100");

    ReadMessage read = read(report.replace("20260301074500", "20250701074500"));

    assertThat(sampled(read)).isEqualTo(Instant.parse("2025-07-01T05:45:00Z"));
  }

  private static Instant sampled(ReadMessage read) {
    return only(read, ResultReported.class).result().sampledAt().orElseThrow().instant();
  }

  @Test
  void whatIsSaidOfTheSpecimenStaysWithTheResult() {
    ReadMessage read =
        read(
            message(
                "ORU^R01",
                PID,
                "OBR|1||F-9|1^p^L|||20260301080000",
                "NTE|1||drawn from the line",
                "OBX|1|NM|2823-3^Potassium^LN||6.3|mmol/L|||||F",
                "NTE|1||haemolysed",
                "OBX|2|NM|2951-2^Sodium^LN||140|mmol/L|||||F",
                "SPM|1" + "|".repeat(23) + "HEM^Hemolyzed"));

    assertThat(events(read, ResultReported.class))
        .extracting(each -> each.result().comments())
        .containsExactly(
            List.of("haemolysed", "drawn from the line", "Hemolyzed"),
            List.of("drawn from the line", "Hemolyzed"));
  }

  @Test
  void resultsOfTwoPatientsInOneMessageStayApart() {
    ReadMessage read =
        read(
            message(
                "ORU^R01",
                PID,
                "OBR|1||F-1|1^p^L",
                INR,
                PID.replace("4711", "4712"),
                "OBR|1||F-2|1^p^L",
                INR.replace("2.4", "3.1")));

    assertThat(read.patients()).hasSize(2);
    assertThat(read.patients())
        .extracting(each -> each.primary().value())
        .containsExactly("4711", "4712");
    assertThat(read.patients().get(1).events()).hasSize(2);
  }

  @Test
  void aWeightInAnAdmissionIsAResultToo() {
    ReadMessage read =
        read(
            message("ADT^A01", "EVN|A01|20260301", PID, "OBX|1|NM|29463-7^Weight^LN||72|kg|||||F"));

    assertThat(only(read, ResultReported.class).result().value())
        .contains(new Numeric(Comparator.EQUAL, 72, "kg"));
  }

  private static LabResult result(String obx) {
    return only(read(report(obx)), ResultReported.class).result();
  }

  @Test
  void aResultTellsWhenItWasToldAndOfWhichPanel() {
    LabResult result = result(INR);

    assertThat(result.toldAt().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T09:15:00Z"));
    assertThat(result.panel()).contains("24320-4");
    assertThat(result.series()).contains("F-9^LAB|6301-6|1");
  }
}
