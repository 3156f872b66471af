package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one MSH segment, each as received: one character a byte, escapes not resolved,
 * empty where absent.
 *
 * @param fields MSH-3 at index 0, MSH-4 at index 1, ...
 */
public record MshHeader(Delimiters delimiters, List<String> fields) {
  /** What is answered to when no MSH could be read. */
  public static final MshHeader UNREADABLE = new MshHeader(Delimiters.RECOMMENDED, List.of());

  public MshHeader {
    fields = List.copyOf(fields);
  }

  /** The field MSH-number (3 or higher), empty where absent. */
  public String field(int number) {
    int index = number - 3;
    return index < fields.size() ? fields.get(index) : "";
  }

  public String sendingApplication() {
    return field(3);
  }

  public String sendingFacility() {
    return field(4);
  }

  public String receivingApplication() {
    return field(5);
  }

  public String receivingFacility() {
    return field(6);
  }

  /** MSH-9.1, such as {@code ORU}. */
  public String messageCode() {
    return component(9, 0);
  }

  /** MSH-9.2, such as {@code R01}. */
  public String triggerEvent() {
    return component(9, 1);
  }

  /** MSH-9.3, such as {@code ORU_R01}; senders before 2.3.1 leave it out. */
  public String structure() {
    return component(9, 2);
  }

  /** Whether the message is an acknowledgement: such a one is never acknowledged. */
  public boolean acknowledges() {
    String code = messageCode();
    return code.equalsIgnoreCase("ACK") || code.equalsIgnoreCase("MCF");
  }

  /** The same header with another MSH-9. */
  MshHeader withType(String code, String event, String structure) {
    String c = String.valueOf(delimiters.component());
    String type = code + c + event;
    return with(9, structure.isEmpty() ? type : type + c + structure);
  }

  /** The same header of a message that was encoded anew. */
  MshHeader inUtf8() {
    return with(18, "UNICODE UTF-8");
  }

  private MshHeader with(int number, String field) {
    List<String> changed = new ArrayList<>(fields);
    while (changed.size() <= number - 3) {
      changed.add("");
    }
    changed.set(number - 3, field);
    return new MshHeader(delimiters, changed);
  }

  public String controlId() {
    return field(10);
  }

  public String processingId() {
    return field(11);
  }

  /** MSH-12.1, such as {@code 2.5.1}. */
  public String version() {
    return component(12, 0);
  }

  /** MSH-14: which message this one goes on from; empty where it says none. */
  public String continuation() {
    return filled(14);
  }

  /** MSH-15: when the sender wants an accept acknowledgement (AL, NE, ER, SU). */
  public String acceptAcknowledgement() {
    return filled(15);
  }

  /** MSH-16: when the sender wants an application acknowledgement (AL, NE, ER, SU). */
  public String applicationAcknowledgement() {
    return filled(16);
  }

  public String characterSet() {
    return field(18);
  }

  /** The repetitions of MSH-18; the first may be blank. */
  public List<String> characterSets() {
    return Parts.all(characterSet(), delimiters.repetition());
  }

  /** The first component; an explicit null says nothing. */
  private String filled(int number) {
    String written = component(number, 0);
    return written.equals("\"\"") ? "" : written;
  }

  private String component(int number, int index) {
    return Parts.part(field(number), delimiters.component(), index).strip();
  }

  @Override
  public String toString() {
    return "MshHeader[" + fields.size() + " fields]";
  }
}
