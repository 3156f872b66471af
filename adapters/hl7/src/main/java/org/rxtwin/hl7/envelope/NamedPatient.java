package org.rxtwin.hl7.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.rxtwin.chart.Identifier;

/** The identifier of a patient in a field of type CX, in the characters the sender meant. */
final class NamedPatient {
  private final MshHeader header;

  NamedPatient(MshHeader header) {
    this.header = header;
  }

  /**
   * The first that is filled.
   *
   * @param segment one character a byte
   */
  Optional<Identifier> find(String segment, int field) {
    Delimiters d = header.delimiters();
    String repetitions = Parts.part(decoded(segment), d.field(), field);
    for (String cx : Parts.all(repetitions, d.repetition())) {
      String id = Parts.part(cx, d.component(), 0).strip();
      if (!id.isEmpty() && !id.equals("\"\"")) {
        String authority = Parts.part(cx, d.component(), 3);
        String namespace = Parts.part(authority, d.subcomponent(), 0).strip();
        String universal = Parts.part(authority, d.subcomponent(), 1).strip();
        String named = namespace.isEmpty() ? universal : namespace;
        return Optional.of(new Identifier(named.isEmpty() ? sendingFacility() : named, id));
      }
    }
    return Optional.empty();
  }

  private String sendingFacility() {
    String namespace =
        Parts.part(header.sendingFacility(), header.delimiters().component(), 0).strip();
    return decoded(namespace);
  }

  private String decoded(String latin) {
    if (!HeaderText.needsDecoding(latin)) {
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
