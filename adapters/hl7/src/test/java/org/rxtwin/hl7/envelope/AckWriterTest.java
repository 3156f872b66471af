package org.rxtwin.hl7.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AckWriterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);
  private static final EnvelopeFault NO_VERSION =
      new EnvelopeFault(ErrorCode.REQUIRED_FIELD_MISSING, 12, "expected a version id");

  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private final AckWriter writer = new AckWriter(CLOCK);

  @Test
  void hapiReadsTheAnswerAsWeMeantIt() throws HL7Exception {
    Terser ack = hapi(accept("MSH|^~\\&|LAB|NORTH|RX|WEST|20261120||ORU^R01|C1|T|2.5.1"));

    assertThat(ack.get("/MSH-3")).isEqualTo("RX");
    assertThat(ack.get("/MSH-4")).isEqualTo("WEST");
    assertThat(ack.get("/MSH-5")).isEqualTo("LAB");
    assertThat(ack.get("/MSH-6")).isEqualTo("NORTH");
    assertThat(ack.get("/MSH-7")).isEqualTo("20261120080000+0000");
    assertThat(ack.get("/MSH-9-1")).isEqualTo("ACK");
    assertThat(ack.get("/MSH-9-2")).isEqualTo("R01");
    assertThat(ack.get("/MSH-9-3")).isEqualTo("ACK");
    assertThat(ack.get("/MSH-10")).isNotBlank();
    assertThat(ack.get("/MSH-11")).isEqualTo("T");
    assertThat(ack.get("/MSH-12")).isEqualTo("2.5.1");
    assertThat(ack.get("/MSA-1")).isEqualTo("AA");
    assertThat(ack.get("/MSA-2")).isEqualTo("C1");
  }

  @ParameterizedTest
  @CsvSource({
    "2.1, ACK",
    "2.2, ACK",
    "2.3, ACK",
    "2.3.1, ACK^R01",
    "2.4, ACK^R01^ACK",
    "2.8.1, ACK^R01^ACK",
    "2.9, ACK^R01^ACK"
  })
  void theTypeIsWrittenAsTheVersionWantsIt(String version, String type) {
    String ack = accept("MSH|^~\\&|A|F|R|N|T||ORU^R01|C1|P|" + version);

    assertThat(ack.split("\\|")[8]).isEqualTo(type);
    assertThat(ack.split("[|\r]")[11]).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"2.3.z, 2.3", "2.5+, 2.5", "P, 2.5.1", "'', 2.5.1", "2.17, 2.5.1"})
  void anOddVersionIsAnsweredInOneTheSenderCanRead(String version, String answered) {
    String ack = accept("MSH|^~\\&|A|F|R|N|T||ORU^R01|C1|P|" + version);

    assertThat(ack.split("[|\r]")[11]).isEqualTo(answered);
  }

  @ParameterizedTest
  @CsvSource({
    "2.3, ERR|MSH^1^12^101&Required field missing&HL70357",
    "2.4, ERR|MSH^1^12^101&Required field missing&HL70357",
    "2.5, ERR||MSH^1^12|101^Required field missing^HL70357|E||||expected a version id",
    "2.8, ERR||MSH^1^12|101^Required field missing^HL70357|E||||expected a version id"
  })
  void theErrorSegmentHasTheFormOfTheVersion(String version, String err) {
    String ack = refuse("MSH|^~\\&|A|F|R|N|T||ORU^R01|C1|P|" + version, AckVerdict.ERROR);

    assertThat(ack.split("\r")).hasSize(3).contains("MSA|AE|C1|expected a version id", err);
  }

  @Test
  void hapiFindsTheErrorWhereTheStandardPutsIt() throws HL7Exception {
    Terser ack = hapi(refuse("MSH|^~\\&|A|F|R|N|T||ORU^R01|C1|P|2.5.1", AckVerdict.REJECT));

    assertThat(ack.get("/MSA-1")).isEqualTo("AR");
    assertThat(ack.get("/ERR-2-1")).isEqualTo("MSH");
    assertThat(ack.get("/ERR-2-3")).isEqualTo("12");
    assertThat(ack.get("/ERR-3-1")).isEqualTo("101");
    assertThat(ack.get("/ERR-4")).isEqualTo("E");
    assertThat(ack.get("/ERR-8")).isEqualTo("expected a version id");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', '', AA, AE",
        "'', AL, AA, AE",
        "AL, NE, CA, CE",
        "AL, '', CA, CE",
        "ER, NE, -, CE",
        "SU, NE, CA, -",
        "NE, AL, AA, AE",
        "NE, NE, -, -",
        "NE, '', -, -",
        "ZZ, '', AA, AE",
        "Y, AL, AA, AE",
        "al, ne, CA, CE",
        "\"\", '', AA, AE",
        "\"\", \"\", AA, AE",
        "AL, \"\", CA, CE",
        "NE, \"\", -, -",
        "NE, ER, -, AE",
        "NE, SU, AA, -",
        "NE, ZZ, AA, AE",
        "ER, AL, AA, CE",
        "SU, AL, CA, AE",
        "SU, ER, CA, AE"
      })
  void theSendersWishDecidesModeAndSilence(
      String accept, String application, String onSuccess, String onError) {
    MshHeader header =
        header("MSH|^~\\&|A|F|R|N|T||ORU^R01|C1|P|2.5|||" + accept + "|" + application);

    assertThat(writer.accept(header).map(AckWriterTest::code))
        .isEqualTo(Optional.ofNullable(onSuccess));
    assertThat(writer.refuse(header, AckVerdict.ERROR, NO_VERSION).map(AckWriterTest::code))
        .isEqualTo(Optional.ofNullable(onError));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACK", "ACK^R01^ACK", "ack", "MCF"})
  void anAcknowledgementIsNeverAcknowledged(String type) {
    MshHeader header = header("MSH|^~\\&|A|F|R|N|T||" + type + "|C1|P|2.5|||AL|AL");

    assertThat(writer.accept(header)).isEmpty();
    assertThat(writer.refuse(header, AckVerdict.REJECT, NO_VERSION)).isEmpty();
  }

  @Test
  void aNameThatShiftsToAnotherCharacterSetComesBackWithItsShifts() {
    String name = new String("\u5c71\u75c5\u9662".getBytes(Charset.forName("ISO-2022-JP")), LATIN);
    String ack = accept("MSH|^~\\&|A|" + name + "|R|N|T||ORU^R01|C1|P|2.5||||||~ISO IR87");

    assertThat(ack.split("\\|")[5]).isEqualTo(name);
  }

  @Test
  void aNameThatIsTooLongIsCutBeforeAnyHalfOfACharacter() {
    String name = new String("\u4e2d".repeat(300).getBytes(Charset.forName("GB18030")), LATIN);
    String ack = accept("MSH|^~\\&|A|x" + name + "|R|N|T||ORU^R01|C1|P|2.5||||||GB 18030-2000");

    assertThat(ack.split("\\|")[5]).isEqualTo("x");
  }

  @Test
  void theControlIdComesBackByteForByteUpTo200() {
    String odd = "^~\\F\\ " + "x".repeat(400);
    String foreign = "\u00e9\u00df^~\\F\\ ";
    assertThat(accept("MSH|^~\\&|A|F|R|N|T||ORU^R01|" + foreign + "|P|2.5"))
        .contains("\rMSA|AA|" + foreign + "\r");
    String ack = accept("MSH|^~\\&|A|F|R|N|T||ORU^R01|" + odd + "|P|2.5");

    assertThat(ack).contains("\rMSA|AA|" + odd.substring(0, 200) + "\r");
  }

  @Test
  void theAnswerSpeaksTheSendersDelimitersAndCharacterSet() {
    String ack = refuse("MSH#*!?+#A#F#R#N#T##ORU*R01#C1#P#2.5######8859/1", AckVerdict.ERROR);

    assertThat(ack).startsWith("MSH#*!?+#R#N#A#F#20261120080000+0000##ACK*R01*ACK#");
    assertThat(ack).contains("######8859/1\rMSA#AE#C1#");
    assertThat(ack).contains("ERR##MSH*1*12#101*Required field missing*HL70357#E#");
  }

  @Test
  void anUnreadableHeaderIsAnsweredAllTheSame() throws HL7Exception {
    byte[] bytes = writer.refuse(MshHeader.UNREADABLE, AckVerdict.ERROR, NO_VERSION).orElseThrow();

    Terser ack = hapi(new String(bytes, StandardCharsets.ISO_8859_1));
    assertThat(ack.get("/MSA-1")).isEqualTo("AE");
    assertThat(ack.get("/MSH-12")).isEqualTo("2.5.1");
  }

  @Test
  void eachAnswerHasAControlIdOfItsOwn() {
    String header = "MSH|^~\\&|A|F|R|N|T||ORU^R01|C1|P|2.5";

    assertThat(accept(header).split("\\|")[9]).isNotEqualTo(accept(header).split("\\|")[9]);
  }

  private String accept(String msh) {
    return text(writer.accept(header(msh)).orElseThrow());
  }

  private String refuse(String msh, AckVerdict verdict) {
    return text(writer.refuse(header(msh), verdict, NO_VERSION).orElseThrow());
  }

  private static MshHeader header(String msh) {
    byte[] bytes = msh.getBytes(StandardCharsets.ISO_8859_1);
    return new EnvelopeReader().read(MessageBytes.copyOf(bytes)).get(0).header();
  }

  private static String code(byte[] ack) {
    return text(ack).split("\r")[1].split("\\|")[1];
  }

  private static String text(byte[] ack) {
    return new String(ack, StandardCharsets.ISO_8859_1);
  }

  private static Terser hapi(String ack) throws HL7Exception {
    HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.8.1"));
    context.setValidationContext(ValidationContextFactory.noValidation());
    return new Terser(context.getPipeParser().parse(ack));
  }
}
