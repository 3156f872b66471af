package org.rxtwin.hl7.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
  private static final String MSH = "MSH|^~\\&|APP|FAC|RX|NORTH|20261120||ORU^R01|C1|P|2.5";
  private static final String PID = "PID|1|OLD|4711^^^NORTH^MR~99^^^SSA";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADT^A01",
        "ADT^A03",
        "ADT^A04",
        "ADT^A08",
        "ADT^A40^ADT_A39",
        "RDE^O11^RDE_O11",
        "RDE^O01",
        "RAS^O01",
        "RDS^O01",
        "ORM^O01",
        "OMP^O09",
        "ORU^R01^ORU_R01",
        "RAS^O17^RAS_O17",
        "MFN^M02",
        "MFN^M15^MFN_M15",
        "RDS^O13^RDS_O13"
      })
  void theTypesOfTheSpineAreTaken(String type) {
    Envelope envelope = usable(MSH.replace("ORU^R01", type) + "\r" + PID + "\r");

    assertThat(type).startsWith(envelope.typeWritten());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.2",
        "2.9", "2.9.1"
      })
  void versionsFrom21To29AreTaken(String version) {
    assertThat(usable(MSH.replace("2.5", version)).version()).isEqualTo(version);
    assertThat(usable(MSH.replace("2.5", version + "^DEU")).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"ADT^A99, 2.5, 201", "SIU^S12, 2.5, 200", "ORU^R01, 3.0, 203", "ORU^R01, 4, 203"})
  void whatIsNotOursSaysWhyByTheStandardsCode(String type, String version, int code) {
    EnvelopeReading reading = one(MSH.replace("ORU^R01", type).replace("2.5", version));

    assertThat(reading).isInstanceOf(NotOurs.class);
    assertThat(((NotOurs) reading).fault().code().number()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"MSH|^~\\&|A|F|R|N|T||ORU^R01||P|2.5\", 101, 10",
        "\"MSH|^~\\&|A|F|R|N|T||ORU^R01|   |P|2.5\", 101, 10",
        "\"MSH|^~\\&|A|F|R|N|T|||C1|P|2.5\", 101, 9",
        "\"MSH|^~\\&|A|F|R|N|T||ORU|C1|P|2.5\", 101, 9",
        "\"MSH|^~\\&|A|F|R|N|T||ADT_A01|C1|P|2.5\", 101, 9",
        "\"MSH|^~\\&|A|F|R|N|T||^^ADT_A01|C1|P|2.5\", 101, 9",
        "\"MSH|^~\\&|A|F|R|N|T||ORU^^ORU_R30|C1|P|2.5\", 101, 9",
        "\"MSH|^~\\&ADT1|F|R|N|T||ORU^R01|C1|P|2.5\", 102, 2",
        "\"MSH|^^\\&|A|F|R|N|T||ORU^R01|C1|P|2.5\", 102, 2",
        "\"MSH\", 100, 0",
        "\"MSHX|^~\\&|A\", 100, 0",
        "\"PID|1||4711\", 100, 0",
        "\"\", 100, 0"
      })
  void whatCannotBeUsedNamesTheField(String frame, int code, int field) {
    EnvelopeReading reading = one(frame);

    assertThat(reading).isInstanceOf(UnusableEnvelope.class);
    EnvelopeFault fault = ((UnusableEnvelope) reading).fault();
    assertThat(fault.code().number()).isEqualTo(code);
    assertThat(fault.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "2.3.z, EnvelopeReader.VERSION_UNKNOWN",
    "2.5+, EnvelopeReader.VERSION_UNKNOWN",
    "P, EnvelopeReader.VERSION_UNKNOWN",
    "'', EnvelopeReader.VERSION_MISSING"
  })
  void anOddOrMissingVersionIsReadAsTheUsualOneAndListed(String version, String repair) {
    Envelope envelope = usable(MSH.replace("2.5", version));

    assertThat(envelope.version()).isEqualTo("2.5.1");
    assertThat(envelope.repairs())
        .containsExactly(
            repair.endsWith("MISSING")
                ? EnvelopeReader.VERSION_MISSING
                : EnvelopeReader.VERSION_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "adt^a01, 2.5, '', ADT^A01",
    "ADT, 2.5, A03, ADT^A03",
    "ADT_A01, 2.5, A08, ADT^A08",
    "^^ADT_A01, 2.5, A04, ADT^A04",
    "ORU_R01, 2.5, '', ORU^R01",
    "ORU^^ORU_R01, 2.5.1, '', ORU^R01",
    "rde^^rde_o11, 2.5.1, '', RDE^O11",
    "ORM, 2.4, '', ORM^O01",
    "ORU, 2.2, '', ORU^R01",
    "RDE, 2.2, '', RDE^O01"
  })
  void aTypeThatCanOnlyMeanOneIsReadAndListed(
      String written, String version, String evn, String type) {
    String msh = MSH.replace("ORU^R01", written).replace("2.5", version);

    Envelope envelope = usable(msh + "\rEVN|" + evn + "\r" + PID);

    assertThat(envelope.typeWritten()).isEqualTo(type);
    assertThat(envelope.header().messageCode() + "^" + envelope.header().triggerEvent())
        .isEqualTo(type);
    assertThat(envelope.repairs()).isNotEmpty();
  }

  @Test
  void aByteOrderMarkAndBlankLinesBeforeTheHeaderAreKeptAndListed() {
    Envelope envelope = usable("\u00ef\u00bb\u00bf\r\n \r\n" + MSH + "\r\n" + PID);

    assertThat(envelope.header().controlId()).isEqualTo("C1");
    assertThat(text(envelope.bytes())).startsWith("\u00ef\u00bb\u00bf\r").endsWith("MR~99^^^SSA");
    assertThat(envelope.repairs()).containsExactly(Preamble.MARK, Preamble.BLANKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n"})
  void everyMshOnItsOwnLineStartsAMessageOfItsOwn(String end) {
    String a = MSH + end + PID + end;
    String b = MSH.replace("C1", "C2") + end + PID.replace("4711", "4712") + end;

    List<EnvelopeReading> readings = read(a + b);

    assertThat(readings).hasSize(2).allMatch(Envelope.class::isInstance);
    assertThat(text(readings.get(0).bytes())).isEqualTo(a);
    assertThat(text(readings.get(1).bytes())).isEqualTo(b);
  }

  @Test
  void anMshInsideASegmentIsNeverReadAsPartOfThePatientBefore() {
    String glued = MSH + "\r" + PID + MSH.replace("C1", "C2") + "\r" + PID + "\r";

    EnvelopeReading reading = one(glued);

    assertThat(reading).isInstanceOf(UnusableEnvelope.class);
    assertThat(reading.header().controlId()).isEqualTo("C1");
  }

  @Test
  void aHormoneNamedMshIsNoHeader() {
    Envelope envelope = usable(MSH + "\rOBR|1||MSH^melanocyte\rOBX|1|ST|MSH||MSH|^x\r");

    assertThat(envelope.header().controlId()).isEqualTo("C1");
  }

  @Test
  void delimitersAreThoseTheSenderDeclares() {
    Envelope envelope =
        usable("MSH#*!?+#APP#FAC#RX#N#T##ORU*R01#C|1#P#2.5\rPID#1##!4711***NORTH+1.2+ISO*MR!x");

    assertThat(envelope.header().controlId()).isEqualTo("C|1");
    assertThat(envelope.type()).isEqualTo(AcceptedType.RESULT);
  }

  @ParameterizedTest
  @CsvSource({
    "^, ^~\\&",
    "^~, ^~\\&",
    "^~\\, ^~\\&",
    "~, ~^\\&",
    "^~\\&#, ^~\\&#",
    "^~&, ^~\\&",
    "^~\\\\&, ^~\\&"
  })
  void tooFewEncodingCharactersAreMadeUp(String given, String used) {
    EnvelopeReading reading = one(MSH.replace("^~\\&", given));

    assertThat(reading.header().delimiters().declared()).isEqualTo(used);
  }

  @Test
  void nothingReadIsEverPrinted() {
    String token = "TOKEN77";
    String message = MSH.replace("C1", token).replace("APP", token) + "\r" + PID + token;
    for (EnvelopeReading reading :
        List.of(
            one(message), one(message.replace("2.5", "3.0")), one(message.replace("ORU", "")))) {
      assertThat(reading.toString().toUpperCase(Locale.ROOT)).doesNotContain(token, "4711");
    }
  }

  private static Envelope usable(String frame) {
    EnvelopeReading reading = one(frame);
    assertThat(reading).isInstanceOf(Envelope.class);
    return (Envelope) reading;
  }

  private static EnvelopeReading one(String frame) {
    List<EnvelopeReading> readings = read(frame);
    assertThat(readings).hasSize(1);
    return readings.get(0);
  }

  private static List<EnvelopeReading> read(String frame) {
    byte[] bytes = frame.getBytes(StandardCharsets.ISO_8859_1);
    return new EnvelopeReader().read(MessageBytes.copyOf(bytes));
  }

  private static String text(MessageBytes bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
