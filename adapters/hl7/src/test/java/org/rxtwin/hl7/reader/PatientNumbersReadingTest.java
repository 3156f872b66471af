package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.read;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.feed.FieldMoves;

/** Whom a message is about. Two persons in one chart are the worst, one in two the next. */
class PatientNumbersReadingTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  @ParameterizedTest
  @CsvSource({
    "4711^^^NORTH^MR, NORTH/4711",
    "4711^^^&1.2.3&ISO, 1.2.3/4711",
    "4711^^^NORTH&1.2.3&ISO^MR, NORTH/4711",
    "4711, HOSP/4711",
    "4711^^^^MR, HOSP/4711",
    "4711^^^^MR^EAST, EAST/4711",
    "4711^^^NORTH^MR^EAST, NORTH/4711",
    "~ 4711 ^^^WEST, WEST/4711",
    "\"\"~4711^^^WEST, WEST/4711",
    "UNKNOWN~4711^^^WEST, WEST/4711",
    "99999999~4711^^^WEST, WEST/4711",
    "756.1^^^HOSP^SS~4711^^^HOSP, HOSP/4711",
    "756.1^^^HOSP^SS, HOSP#SS/756.1",
    "C-7^^^HOSP^NNCHE, HOSP#NNCHE/C-7",
    "4711^^^HOSP^PATNR, HOSP/4711",
    "P9^^^REGION^PI~4711^^^HOSP^MR, HOSP/4711 REGION#PI/P9",
    "4711^^^HOSP^MR~4700^^^HOSP^MRN~4711^^^HOSP^MR, HOSP/4711 HOSP/4700",
    "4711^^^HOSP^MR~V-1^^^HOSP^VN~A-1^^^HOSP^AN, HOSP/4711",
    "V-1^^^HOSP^VN~4711^^^HOSP^MR, HOSP/4711",
    "F-1^^^HOSP^FIN NBR~4711^^^HOSP, HOSP/4711"
  })
  void aPatientIsFoundByTheNumberOfAPersonAndWhoGaveIt(String pid3, String numbers) {
    assertThat(numbers("PID|1||" + pid3)).isEqualTo(numbers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V-1^^^HOSP^VN",
        "A-1^^^HOSP^AN",
        "a-1^^^HOSP^an~V-1^^^HOSP^VN",
        "C-1^^^HOSP^CSN",
        "S-1^^^PLAN^SN",
        "D-1^^^HOSP^DN",
        "G-1^^^HOSP^GI"
      })
  void aNumberOfAVisitAnAccountAFamilyOrADoctorIsNoPatients(String pid3) {
    ReadMessage read = read(admission("PID|1||" + pid3));

    assertThat(read.status()).isEqualTo(ReadMessage.Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).isEqualTo("PID-3");
    assertThat(read.problems().get(0).reason()).contains("numbers of a visit");
    assertThat(beforeReading(admission("PID|1||" + pid3), Messages.ZURICH)).isEmpty();
  }

  @Test
  void theSameFiguresOfTwoSeriesOfOneAuthorityAreTwoPatients() {
    String anna = numbers("PID|1||4711^^^HOSP^MR~900^^^HOSP^PI");
    String other = numbers("PID|1||900^^^HOSP^MR~4711^^^HOSP^PI");

    assertThat(anna).isEqualTo("HOSP/4711 HOSP#PI/900");
    assertThat(other).isEqualTo("HOSP/900 HOSP#PI/4711");
  }

  @ParameterizedTest
  @CsvSource({
    "900^^^HOSP^PI, HOSP#PI/900",
    "900^^^HOSP^pi, HOSP#PI/900",
    "900^^^HOSP^PI~4711^^^HOSP^MR, HOSP/4711 HOSP#PI/900",
    "900^^^HOSP^PI~77^^^HOSP^PE, HOSP#PI/900 HOSP#PE/77",
    "77^^^HOSP^PE~900^^^HOSP^PI, HOSP#PE/77 HOSP#PI/900",
    "900^^^HOSP^PT, HOSP#PT/900",
    "E1^^^HOSP^EPI, HOSP#EPI/E1",
    "900^^^^PI, HOSP#PI/900",
    "900^^^HOSP^MRN, HOSP/900",
    "900^^^HOSP, HOSP/900"
  })
  void aNumberHasOneNameWhateverStandsBesideIt(String pid3, String numbers) {
    assertThat(numbers("PID|1||" + pid3)).isEqualTo(numbers);
  }

  @Test
  void aSiteWhoseNumbersOfTypePiAreItsRecordNumbersSaysSo() {
    FeedProfile agreed = FeedProfile.anySender(ZURICH).withAuthorities(Map.of("HOSP#PI", "HOSP"));

    assertThat(numbers("PID|1||900^^^HOSP^PI", new FeedProfiles(List.of(), agreed)))
        .isEqualTo("HOSP/900");
  }

  @Test
  void aSiteMaySayThatTwoNamesAreOneAuthority() {
    FeedProfile agreed =
        FeedProfile.anySender(ZURICH)
            .withAuthorities(Map.of("1.2.3", "HOSP", "HOSP#PI", "HOSP", "OLD", "HOSP"));
    FeedProfiles feeds = new FeedProfiles(List.of(), agreed);

    assertThat(numbers("PID|1||4711^^^&1.2.3&ISO^MR~900^^^OLD^PI", feeds))
        .isEqualTo("HOSP/4711 HOSP/900");
  }

  @ParameterizedTest
  @CsvSource({
    "PID|1|4711||77, HOSP#PID-2/4711",
    "PID|1|||4711, HOSP#PID-4/4711",
    "PID|1|4711^^^NORTH^MR, NORTH/4711",
    "PID|1|4711^^^^MR|V-1^^^HOSP^VN, HOSP#PID-2/4711"
  })
  void aNumberThatStandsInForPid3IsOfASeriesApartUnlessItSaysWhose(String pid, String numbers) {
    assertThat(numbers(pid)).isEqualTo(numbers);
  }

  @Test
  void whereTheProfileSaysThatPid2HoldsTheNumberItIsOfThatSeries() {
    FeedProfile moved =
        FeedProfile.anySender(ZURICH)
            .with(FeedProfile.anySender(ZURICH).tables(), FieldMoves.of(Map.of("PID-3", "PID-2")));

    assertThat(numbers("PID|1|4711|1", new FeedProfiles(List.of(), moved))).isEqualTo("HOSP/4711");
  }

  @Test
  void numbersOfASenderWithoutFacilityAreOfItsApplication() {
    assertThat(
            numbersOf(admission("PID|1||4711").replace("|CPOE|HOSP|", "|CPOE||"), Messages.ZURICH))
        .isEqualTo("CPOE#MSH-3/4711");
  }

  @Test
  void aNumberThatNobodyGaveIsNobodys() {
    String nameless = admission("PID|1||4711").replace("|CPOE|HOSP|", "|||");

    ReadMessage read = read(nameless);

    assertThat(read.status()).isEqualTo(ReadMessage.Status.QUARANTINED);
    assertThat(read.problems().get(0).reason()).isEqualTo(PatientNumbers.NO_AUTHORITY);
    FeedProfile agreed =
        new FeedProfile("*", "*", ZURICH, "NORD", Map.of(), Map.of(), Optional.empty(), false);
    assertThat(numbersOf(nameless, new FeedProfiles(List.of(agreed), agreed)))
        .isEqualTo("NORD/4711");
  }

  @Test
  void ofAMergeTheSurvivorIsTheOneAMessageWaitsBehind() {
    String merge =
        message(
            "ADT^A40",
            "EVN|A40",
            "PID|1||4700^^^HOSP^MR~4711^^^HOSP^MR",
            "MRG|4700^^^HOSP^MR~V-9^^^HOSP^VN");

    assertThat(beforeReading(merge, Messages.ZURICH).get(0))
        .isEqualTo(new Identifier("HOSP", "4711"));
    assertThat(read(merge).patients().get(0).dying())
        .containsExactly(new Identifier("HOSP", "4700"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V-9^^^HOSP^VN", "A-9^^^HOSP^AN"})
  void aMergeThatEndsAVisitOrAnAccountIsNoMergeOfPatients(String mrg) {
    ReadMessage read = read(message("ADT^A40", "EVN|A40", Messages.PID, "MRG|" + mrg));

    assertThat(read.status()).isEqualTo(ReadMessage.Status.QUARANTINED);
  }

  @Test
  void whyANumberIsNotReadIsSaid() {
    assertThat(reason("PID|1||47\\11^^^HOSP")).contains("each escape in the patient's number");
    assertThat(reason("PID|1||47\r11^^^HOSP")).contains("on one line");
    assertThat(reason("PID|1|E-7|47\\11^^^HOSP")).contains("each escape in the patient's number");
    assertThat(reason("PID|1||UNKNOWN")).contains("came none");
    assertThat(numbers("PID|1||4711||Muster\\Anna")).isEqualTo("HOSP/4711");
  }

  @ParameterizedTest
  @CsvSource({"MRI, 'ZWCC NK1'", "LEE, 'ZWCC NK1'", "SMITH|4711, '? ZWCC NK1'"})
  void aWordAtTheHeadOfALineIsNotShown(String line, String unread) {
    ReadMessage read = read(message("ADT^A01", "EVN|A01", Messages.PID, line, "ZWCC|1", "NK1|1"));

    assertThat(read.unread()).containsExactly(unread.split(" "));
  }

  @Test
  void aMasterFileIsAboutNobody() {
    assertThat(beforeReading(message("MFN^M02", Messages.PID), Messages.ZURICH)).isEmpty();
  }

  private static String admission(String pid) {
    return message("ADT^A01", "EVN|A01|20260301090000", pid, "PV1|1|I|W1");
  }

  private static String reason(String pid) {
    return read(admission(pid)).problems().get(0).reason();
  }

  private static String numbers(String pid) {
    return numbers(pid, Messages.ZURICH);
  }

  private static String numbers(String pid, FeedProfiles feeds) {
    return numbersOf(admission(pid), feeds);
  }

  /** The numbers as they are read; the same are told before. */
  private static String numbersOf(String message, FeedProfiles feeds) {
    PatientEvents patient = read(message, feeds).patients().get(0);
    List<Identifier> all = new ArrayList<>();
    all.add(patient.primary());
    all.addAll(patient.others());
    assertThat(beforeReading(message, feeds)).isEqualTo(all);
    return String.join(
        " ", all.stream().map(each -> each.authority() + "/" + each.value()).toList());
  }

  private static List<Identifier> beforeReading(String message, FeedProfiles feeds) {
    MessageBytes bytes = MessageBytes.copyOf(message.getBytes(StandardCharsets.UTF_8));
    Envelope envelope = (Envelope) new EnvelopeReader().read(bytes).get(0);
    return new HL7Reader().patient(envelope, feeds);
  }
}
