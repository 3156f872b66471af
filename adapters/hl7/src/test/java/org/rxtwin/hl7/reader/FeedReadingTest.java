package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.feed.FeedTables;
import org.rxtwin.hl7.feed.FieldMoves;

/** What was agreed with a sender counts before what everybody means. */
class FeedReadingTest {
  private static final Coding WARFARIN = new Coding("11289", "RXNORM", "");
  private static final Coding POTASSIUM = new Coding("2823-3", "LOINC", "");
  private static final FeedTables TABLES =
      new FeedTables(
          Map.of("|7", WARFARIN, "|warf mite", WARFARIN),
          Map.of("|7", POTASSIUM),
          Map.of("43", "mg"),
          Map.of("B5", "IV", "in den arm", "IM"),
          Map.of("Q6He", "Q6H", "zur  nacht", "QHS"));

  @Test
  void aCodeMeansADrugInAnOrderAndATestInAReport() {
    MedicationOrder ordered = ordered(order(ORC, "RXE||7^Warf^99KH|5||mg"), TABLES);
    ReadMessage reported =
        read(report("OBX|1|NM|7^Kalium^99KH||4.1|mmol/L|||||F"), profiles(TABLES, Map.of()));

    assertThat(ordered.drug()).startsWith(WARFARIN).hasSize(2);
    assertThat(only(reported, ChartEvent.ResultReported.class).result().analyte())
        .startsWith(POTASSIUM)
        .hasSize(2);
  }

  @Test
  void wordsWithoutACodeAreLookedUpToo() {
    assertThat(ordered(order(ORC, "RXE||^Warf Mite|5||mg"), TABLES).drug()).startsWith(WARFARIN);
  }

  @Test
  void unitRouteAndFrequencyMeanWhatTheTablesSay() {
    MedicationOrder ordered =
        ordered(order(ORC, "RXE|^Q6HE|7^Warf|5||43", "RXR|B5^drip^99KH"), TABLES);

    assertThat(OrderText.regimen(ordered)).isEqualTo("5 mg | every 6 h");
    assertThat(ordered.route()).isEqualTo("IV");
    assertThat(ordered.problems()).isEmpty();
  }

  @Test
  void wordsForRouteAndFrequencyAreFoundWhateverTheirCaseAndBlanks() {
    MedicationOrder ordered =
        ordered(order(ORC, "RXE|^Zur Nacht|7^Warf|5||mg", "RXR|^In den Arm"), TABLES);

    assertThat(ordered.timing().intervalHours()).isEqualTo(24);
    assertThat(ordered.route()).isEqualTo("IM");
  }

  @Test
  void aCodeOfTheSenderAndWordsThatNameAnotherRouteAreNoRoute() {
    MedicationOrder ordered = ordered(order(ORC, "RXE||7^Warf|5||mg", "RXR|B5^Oral"), TABLES);

    assertThat(ordered.route()).isEqualTo("PO? IV?");
    assertThat(ordered.problems()).anyMatch(each -> each.reason().contains("they name two"));
  }

  @Test
  void withoutATableNothingOfThisIsGuessed() {
    MedicationOrder ordered =
        ordered(order(ORC, "RXE|^Q6HE|7^Warf|5||43", "RXR|B5"), FeedTables.NONE);

    assertThat(OrderText.regimen(ordered)).isEqualTo("refused | refused");
    assertThat(ordered.route()).isEqualTo("B5");
  }

  @Test
  void aGiveCodeInTheAmountsPlaceIsReadWhereTheProfileSays() {
    Map<String, String> moves = Map.of("RXE-2", "RXE-3", "RXE-3", "RXE-4");

    ReadMessage read =
        read(
            order(ORC, "RXE|^BID|Station 3|11289^warfarin^RXNORM|5|mg"),
            profiles(FeedTables.NONE, moves));

    MedicationOrder ordered = only(read, ChartEvent.MedicationOrdered.class).order();
    assertThat(ordered.drug()).containsExactly(new Coding("11289", "RXNORM", "warfarin"));
    assertThat(OrderText.regimen(ordered)).isEqualTo("5 mg | every 12 h");
    assertThat(read.status()).isEqualTo(ReadMessage.Status.REPAIRED);
    assertThat(read.repairs()).containsExactly("fields were read where the feed's profile says");
  }

  @Test
  void aFieldThatIsMovedAwayIsNoAmount() {
    ReadMessage read =
        read(
            order(ORC, "RXE|^BID||250|||mg"),
            profiles(FeedTables.NONE, Map.of("RXE-2", "RXE-3", "RXE-5", "RXE-6")));

    MedicationOrder ordered = only(read, ChartEvent.MedicationOrdered.class).order();
    assertThat(ordered.drug()).containsExactly(new Coding("250", "", ""));
    assertThat(ordered.dose()).isEmpty();
  }

  @Test
  void theIdentifierOfAPatientMayStandInAnotherField() {
    ReadMessage read =
        read(
            order(ORC, "RXE||11289^warfarin^RXNORM|5||mg")
                .replace("PID|1||4711^^^HOSP^MR|", "PID|1|4711^^^HOSP^MR||"),
            profiles(FeedTables.NONE, Map.of("PID-3", "PID-2")));

    assertThat(read.patients()).hasSize(1);
    assertThat(read.patients().get(0).primary().value()).isEqualTo("4711");
  }

  @Test
  void aScheduleInTheQuantitysPlaceIsReadWhereTheProfileSays() {
    ReadMessage read =
        read(
            order(ORC, "RXE||11289^warfarin^RXNORM|5||mg", "TQ1|1|BID||20260302|20260309"),
            profiles(
                FeedTables.NONE, Map.of("TQ1-3", "TQ1-2", "TQ1-7", "TQ1-4", "TQ1-8", "TQ1-5")));

    assertThat(OrderText.regimen(only(read, ChartEvent.MedicationOrdered.class).order()))
        .isEqualTo("5 mg | every 12 h | from 2026-03-02 | until 2026-03-09");
  }

  @Test
  void segmentsWhoseFieldsStandRightAreNoRepair() {
    ReadMessage read =
        read(
            order(ORC, "RXE|^BID|11289^warfarin^RXNORM|5||mg"),
            profiles(FeedTables.NONE, Map.of("OBX-6", "OBX-7")));

    assertThat(read.repairs()).isEmpty();
  }

  @Test
  void whatHasNoMeaningYetIsNamedWithItsCode() {
    String message = order(ORC, "RXE|^Q6HE|7^Warf|5||43^Stck^99KH", "RXR|B5^drip^99KH");

    assertThat(unmapped(message, FeedTables.NONE))
        .containsExactly(
            "FREQUENCY RXE-1 |Q6HE|", "UNIT RXE-5 99KH|43|Stck", "ROUTE RXR-1 99KH|B5|drip");
    assertThat(unmapped(message, TABLES)).isEmpty();
  }

  /** A table finds them by their words too; a column of codes is no place for sentences. */
  @Test
  void whatAPersonWroteInThePlaceOfACodeIsToldAsWords() {
    String message =
        order(ORC, "RXE|^when the ward asks|7^Warf|5||by the spoon", "RXR|over the old port");

    assertThat(unmapped(message, FeedTables.NONE))
        .containsExactly(
            "FREQUENCY RXE-1 ||when the ward asks",
            "UNIT RXE-5 ||by the spoon",
            "ROUTE RXR-1 ||over the old port");
  }

  @Test
  void unitsOfResultsAreAskedForBesideNumbersOnly() {
    String message =
        report(
            "OBX|1|NM|2823-3^K^LN||4.1|MMOLL|||||F",
            "OBX|2|ST|600-7^Culture^LN||growth|seen|||||F",
            "OBX|3|NM|2823-3^K^LN|2|4.1|mmol/L|||||F");

    assertThat(unmapped(message, FeedTables.NONE)).containsExactly("UNIT OBX-6 |MMOLL|");
  }

  @Test
  void aMessageThatIsNotOursHasNoCodes() {
    String message = Messages.message("SIU^S12", "PID|1||4711^^^HOSP", "RXE|^Q6HE|7^Warf|5||43");

    assertThat(unmapped(message, FeedTables.NONE)).isEmpty();
  }

  private static List<String> unmapped(String message, FeedTables tables) {
    return new HL7Reader()
        .unmapped(message.getBytes(StandardCharsets.UTF_8), profiles(tables, Map.of())).stream()
            .map(
                each ->
                    each.kind()
                        + " "
                        + each.field()
                        + " "
                        + String.join("|", each.system(), each.code(), each.text()))
            .toList();
  }

  private static MedicationOrder ordered(String message, FeedTables tables) {
    ReadMessage read = read(message, profiles(tables, Map.of()));
    return only(read, ChartEvent.MedicationOrdered.class).order();
  }

  private static FeedProfiles profiles(FeedTables tables, Map<String, String> moves) {
    ZoneId zurich = ZoneId.of("Europe/Zurich");
    FeedProfile profile =
        new FeedProfile(
            "CPOE",
            "HOSP",
            zurich,
            "",
            tables,
            Map.of(),
            Optional.empty(),
            true,
            FieldMoves.of(moves),
            Map.of());
    return new FeedProfiles(List.of(profile), FeedProfile.anySender(zurich));
  }
}
