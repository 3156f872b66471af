package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the message code and the trigger event of a message whose MSH-9 is not as the standard has
 * it. An event is taken from elsewhere only where nothing else can be meant.
 */
final class MessageTypes {
  static final String SMALL = "the message type in MSH-9 was read from small letters";
  static final String FROM_EVN = "the trigger event was taken from EVN-1, MSH-9 names none";
  static final String FROM_STRUCTURE = "the trigger event was told by the message structure";
  static final String FROM_VERSION = "the trigger event is the only one this version has";

  private static final Pattern STRUCTURE = Pattern.compile("[A-Z]{3}_[A-Z][A-Z0-9]{2}");
  private static final Pattern EVENT = Pattern.compile("[A-Z][A-Z0-9]{2}");

  /** Structures of these messages serve one event; those of ADT, MDM and PPR serve several. */
  private static final Set<String> ONE_EVENT_EACH =
      Set.of("OMP", "ORM", "ORU", "OUL", "RAS", "RDE", "RDS", "RGV", "VXU");

  /** Serves the events R30, R31 and R32. */
  private static final String POINT_OF_CARE = "ORU_R30";

  private MessageTypes() {}

  /** The header with MSH-9 put right as far as it can be told; the repairs are added. */
  static MshHeader told(MshHeader header, MessageBytes message, List<String> repairs) {
    String written = header.messageCode() + header.triggerEvent() + header.structure();
    String code = header.messageCode().toUpperCase(Locale.ROOT);
    String event = header.triggerEvent().toUpperCase(Locale.ROOT);
    String structure = header.structure().toUpperCase(Locale.ROOT);
    List<String> noted = new ArrayList<>();
    if (!written.equals(code + event + structure)) {
      noted.add(SMALL);
    }
    if (event.isEmpty()) {
      structure = STRUCTURE.matcher(code).matches() ? code : structure;
      boolean structured = STRUCTURE.matcher(structure).matches();
      code = structured && (code.isEmpty() || code.equals(structure)) ? code(structure) : code;
      event = event(header, message, code, structured ? structure : "", noted);
    }
    if (noted.isEmpty()) {
      return header;
    }
    repairs.addAll(noted);
    return header.withType(code, event, structure);
  }

  private static String event(
      MshHeader header, MessageBytes message, String code, String structure, List<String> noted) {
    String evn = FrameSplitter.segment(message, "EVN");
    String told = Parts.part(evn, header.delimiters().field(), 1).strip().toUpperCase(Locale.ROOT);
    if (EVENT.matcher(told).matches()) {
      noted.add(FROM_EVN);
      return told;
    }
    boolean one = ONE_EVENT_EACH.contains(code) && !structure.equals(POINT_OF_CARE);
    if (one && !structure.isEmpty() && code(structure).equals(code)) {
      noted.add(FROM_STRUCTURE);
      return structure.substring(4);
    }
    String only = onlyEvent(code, header.version());
    if (!only.isEmpty()) {
      noted.add(FROM_VERSION);
    }
    return only;
  }

  private static String code(String structure) {
    return structure.substring(0, 3);
  }

  /** Versions 2.1 and 2.2 know one event for each of these; an ORM never had another. */
  private static String onlyEvent(String code, String version) {
    boolean early = version.startsWith("2.1") || version.startsWith("2.2");
    return switch (code) {
      case "ORM" -> "O01";
      case "RDE", "RDS", "RAS", "RGV" -> early ? "O01" : "";
      case "ORU" -> early ? "R01" : "";
      default -> "";
    };
  }
}
