package org.rxtwin.hl7.segment;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.envelope.Delimiters;

/**
 * Has HAPI take one repetition of a field apart by the type of that field, when it is asked for.
 * Whole segments are not given to it: it would build all parts of all repetitions, of which a
 * reader wants few and a hostile sender may write millions.
 */
final class TypedParts {
  /** The richest type of the standard has under a hundred parts. */
  private static final int MOST_PARTS = 1_000;

  /** A longer text is not kept until the next is asked for. */
  private static final int MOST_HELD = 10_000;

  /** Escapes are resolved once and by us: HAPI must see none. */
  private static final char NO_ESCAPE = '\uffff';

  private final PipeParser parser;
  private final Supplier<Segment> maker;
  private final EncodingCharacters encoding;
  private final char component;
  private final char subcomponent;
  private @Nullable Segment segment;
  private @Nullable Type held;
  private int heldField;
  private String heldText = "";

  TypedParts(PipeParser parser, Supplier<Segment> maker, Delimiters delimiters) {
    this.parser = parser;
    this.maker = maker;
    this.component = delimiters.component();
    this.subcomponent = delimiters.subcomponent();
    this.encoding =
        new EncodingCharacters(
            delimiters.field(), component, delimiters.repetition(), NO_ESCAPE, subcomponent);
  }

  /** A part of a repetition, escapes unresolved; null where there is none or HAPI finds none. */
  @Nullable String find(int field, String repetition, int componentNumber, int subNumber) {
    int parts = parts(repetition);
    if (parts == 0) {
      return componentNumber == 1 && subNumber == 1 ? repetition : null;
    }
    if (parts > MOST_PARTS) {
      return null;
    }
    try {
      return Terser.getPrimitive(type(field, repetition), componentNumber, subNumber).getValue();
    } catch (HL7Exception | RuntimeException e) {
      return null;
    }
  }

  private Type type(int field, String repetition) throws HL7Exception {
    Type known = held;
    if (known != null && heldField == field && heldText.equals(repetition)) {
      return known;
    }
    Segment typed = segment == null ? maker.get() : segment;
    segment = typed;
    Type type = typed.getField(field, 0);
    type.clear();
    held = null;
    parser.parse(type, repetition, encoding);
    if (repetition.length() > MOST_HELD) {
      segment = null;
      return type;
    }
    held = type;
    heldField = field;
    heldText = repetition;
    return type;
  }

  private int parts(String text) {
    int count = 0;
    for (int i = 0; i < text.length() && count <= MOST_PARTS; i++) {
      char each = text.charAt(i);
      count += each == component || each == subcomponent ? 1 : 0;
    }
    return count;
  }
}
