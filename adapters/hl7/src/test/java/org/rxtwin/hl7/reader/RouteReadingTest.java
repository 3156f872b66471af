package org.rxtwin.hl7.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.knowledge.RouteGroup;

/** By which way a drug is given. */
class RouteReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "IV^intrathecal injection",
        "IV^Intravenous^L^IT^Intrathecal^HL70162",
        "IV^IM injection",
        "PO^Oral or rectal",
        "IV^Epidural",
        "PO^Oral inhalation",
        "Oral or rectal",
        "IT^intrathecal or intratracheal",
        "78421000^Intravenous^SCT"
      })
  void codeAndWordsOfTwoRoutesAreNoRoute(String written) {
    ReadMessage read = routed(written);

    assertThat(RouteGroup.find(ordered(read).route())).isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXR-1");
    assertThat(ordered(read).dose()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"IT", "IN", "GTT", "B", "OT", "OS", "o.s.", "IT^^L", "OS^^HL70162"})
  void aCodeThatTwoSendersUseOtherwiseIsNotGuessed(String written) {
    ReadMessage read = routed(written);

    assertThat(RouteGroup.find(ordered(read).route())).isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXR-1");
    assertThat(new HL7Reader().unmapped(message(written).getBytes(UTF_8), Messages.ZURICH))
        .extracting(UnmappedCode::kind)
        .containsExactly(UnmappedCode.Kind.ROUTE);
  }

  @ParameterizedTest
  @CsvSource({
    "IT^Intratracheal, Intratracheal",
    "IT^Intrathecal, IT",
    "IT^^HL70162, IT",
    "IN^nasal spray, IN",
    "IN^inhalation, IH",
    "IT^Intratracheal^L^^^HL70162, Intratracheal",
    "OS^By mouth, By mouth",
    "OS^left eye, OP",
    "GTT^Gastrostomy Tube, GTT",
    "OT^right ear, OT"
  })
  void wordsOrTheTableTellWhichOfTwoIsMeant(String written, String route) {
    ReadMessage read = routed(written);

    assertThat(ordered(read).route()).isEqualTo(route);
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AP^Apply Externally, TOPICAL",
    "B^Buccal, OROMUCOSAL",
    "GTT^Gastrostomy Tube, ORAL",
    "IH^Inhalation, INHALED",
    "IM^Intramuscular, INTRAMUSCULAR",
    "IN^Intranasal, NASAL",
    "IT^Intrathecal, INTRATHECAL",
    "IV^Intravenous, INTRAVENOUS",
    "MTH^Mouth/Throat, OROMUCOSAL",
    "MM^Mucous Membrane, OROMUCOSAL",
    "NS^Nasal, NASAL",
    "NG^Nasogastric, ORAL",
    "OP^Ophthalmic, OPHTHALMIC",
    "OT^Otic, OTIC",
    "PO^Oral, ORAL",
    "PR^Rectal, RECTAL",
    "SC^Subcutaneous, SUBCUTANEOUS",
    "SL^Sublingual, OROMUCOSAL",
    "TP^Topical, TOPICAL",
    "TD^Transdermal, TRANSDERMAL",
    "TL^Translingual, OROMUCOSAL",
    "VG^Vaginal, VAGINAL",
    "IV^Intravenous infusion over 1 hour, INTRAVENOUS",
    "IH^Oral inhalation, INHALED",
    "IM^Inject into the muscle, INTRAMUSCULAR",
    "99^Intravenous injection^L, INTRAVENOUS",
    "Intravenous injection, INTRAVENOUS",
    "20051000^Ocular use^EDQM, OPHTHALMIC"
  })
  void theTableWithItsOwnWordsNamesOneRoute(String written, RouteGroup route) {
    ReadMessage read = routed(written);

    assertThat(RouteGroup.find(ordered(read).route())).contains(route);
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EP^Epidural", "ET^Endotrachial Tube", "IO^Intraocular", "NP^Nasal Prongs"})
  void aWayThatIsNoGroupOfKnowledgeStaysAsItIsWritten(String written) {
    ReadMessage read = routed(written);

    assertThat(ordered(read).route()).isNotEmpty();
    assertThat(RouteGroup.find(ordered(read).route())).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IV^intrathecal injection, IV? IT?",
    "IT, IT?",
    "IN, NS? IH?",
    "OS, PO? OP?",
    "IV~, IV",
  })
  void aRouteInDoubtSaysWhatItMayBe(String written, String route) {
    assertThat(ordered(routed(written)).route()).isEqualTo(route);
  }

  @Test
  void severalRoutesAreOneWhereTheyAreOneWay() {
    assertThat(ordered(read(order(ORC, WARFARIN, "RXR|IV", "RXR|IVP", "TQ1|1||QD"))).route())
        .isEqualTo("IV");

    ReadMessage two = read(order(ORC, WARFARIN, "RXR|IV", "RXR|IT^^HL70162", "TQ1|1||QD"));

    assertThat(ordered(two).route()).isEqualTo("IV? IT?");
    assertThat(troubledFields(two)).containsExactly("RXR-1");
  }

  private static ReadMessage routed(String route) {
    return read(message(route));
  }

  private static String message(String route) {
    return order(ORC, WARFARIN, "RXR|" + route, "TQ1|1||QD");
  }

  private static MedicationOrder ordered(ReadMessage read) {
    return only(read, MedicationOrdered.class).order();
  }
}
