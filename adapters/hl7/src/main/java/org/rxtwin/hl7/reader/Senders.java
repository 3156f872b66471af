package org.rxtwin.hl7.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.rxtwin.hl7.envelope.CharacterSets;
import org.rxtwin.hl7.envelope.MshHeader;

/** Who sent a message: the namespace of MSH-3 and MSH-4. */
public final class Senders {
  private Senders() {}

  /** MSH-3.1. */
  public static String application(MshHeader header) {
    return namespace(header, header.sendingApplication());
  }

  /** MSH-4.1. */
  public static String facility(MshHeader header) {
    return namespace(header, header.sendingFacility());
  }

  private static String namespace(MshHeader header, String field) {
    int end = field.indexOf(header.delimiters().component());
    return inItsCharacters(header, (end < 0 ? field : field.substring(0, end)).strip());
  }

  /** The envelope keeps bytes one to one as Latin-1; a name is to be read as it was written. */
  private static String inItsCharacters(MshHeader header, String latin) {
    if (latin.chars().allMatch(each -> each < 0x80 && each != 0x1b)) {
      return latin;
    }
    return CharacterSets.decode(
            latin.getBytes(StandardCharsets.ISO_8859_1),
            header.characterSets(),
            StandardCharsets.UTF_8,
            new ArrayList<>())
        .text();
  }
}
