package org.rxtwin.hl7.segment;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.envelope.Delimiters;
import org.rxtwin.hl7.feed.FieldMoves;

/**
 * The fields of one segment, asked for by number as the standard counts them. By number and not by
 * HAPI's names, because version 2.8.1 names withdrawn fields (ORC-7, RXE-1) by their absence. Text
 * comes stripped, escapes resolved; an explicit null ({@code ""}) reads as empty. A field that the
 * feed's profile moves is read where it stands, under the number it has in the standard.
 */
public final class Fields {
  private static final String NULL = "\"\"";
  private final RawSegment raw;
  private final Segment parsed;
  private final Escapes escapes;
  private final Delimiters delimiters;
  private final FieldMoves moves;

  Fields(RawSegment raw, Segment parsed, Delimiters delimiters, FieldMoves moves) {
    this.raw = raw;
    this.parsed = parsed;
    this.escapes = new Escapes(delimiters.escape());
    this.delimiters = delimiters;
    this.moves = moves;
  }

  /** Segment name. */
  public String name() {
    return raw.name();
  }

  /** Where the segment stands: {@code RXE[1]}. */
  public String label() {
    return raw.label();
  }

  /** First component of a field's first repetition. */
  public String text(int field) {
    return part(field, 0, 1, 1);
  }

  /** A component, counted from 1, of a field's first repetition. */
  public String text(int field, int component) {
    return part(field, 0, component, 1);
  }

  /** A subcomponent; repetitions count from 0, components and subcomponents from 1. */
  public String part(int field, int repetition, int component, int subcomponent) {
    String value = value(field, repetition, component, subcomponent);
    return value == null || value.equals(NULL) ? "" : escapes.plain(value).strip();
  }

  /**
   * A component that holds words, with what follows a separator of subcomponents: in words it is a
   * character that the sender did not escape.
   */
  public String words(int field, int repetition, int component) {
    char separator = delimiters.subcomponent();
    int most = parts(separator);
    StringBuilder words = new StringBuilder();
    int gap = 0;
    for (int i = 1; i <= most; i++) {
      String value = value(field, repetition, component, i);
      if (value != null && !value.isEmpty() && !value.equals(NULL)) {
        words.append(String.valueOf(separator).repeat(gap)).append(escapes.plain(value));
        gap = 0;
      }
      gap++;
    }
    return words.toString().strip();
  }

  /** How many parts a separator can make at the most in this segment. */
  private int parts(char separator) {
    return 1 + (int) raw.line().chars().filter(each -> each == separator).count();
  }

  /**
   * A subcomponent as it stands in the line. In a field that its version has withdrawn (ORC-7,
   * RXE-1) HAPI keeps no subcomponents of the first component.
   */
  public String written(int field, int repetition, int component, int subcomponent) {
    int at = moves.source(raw.name(), field);
    String text = at == 0 ? "" : nth(raw.line(), delimiters.field(), at);
    text = nth(text, delimiters.repetition(), repetition);
    text = nth(text, delimiters.component(), component - 1);
    text = nth(text, delimiters.subcomponent(), subcomponent - 1);
    return text.equals(NULL) ? "" : escapes.plain(text).strip();
  }

  private static String nth(String text, char separator, int index) {
    int from = 0;
    for (int i = 0; i < index; i++) {
      int next = text.indexOf(separator, from);
      if (next < 0) {
        return "";
      }
      from = next + 1;
    }
    int end = text.indexOf(separator, from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }

  /** Whether the sender says that the field holds nothing. */
  public boolean deleted(int field) {
    return NULL.equals(value(field, 0, 1, 1));
  }

  /** Whether an escape was opened and not closed: what stands there may have lost characters. */
  public boolean brokenEscape() {
    return escapes.count(raw.line()) % 2 != 0;
  }

  /** Filled repetitions of a field. */
  public int repetitions(int field) {
    int at = moves.source(raw.name(), field);
    if (at == 0 || at > parsed.numFields()) {
      return 0;
    }
    try {
      return parsed.getField(at).length;
    } catch (HL7Exception e) {
      return 0;
    }
  }

  /** One repetition with all components, joined as the sender joined them. */
  public String whole(int field, int repetition) {
    StringBuilder whole = new StringBuilder();
    int gap = 0;
    int most = parts(delimiters.component());
    for (int i = 1; i <= most; i++) {
      String part = words(field, repetition, i);
      if (!part.isEmpty()) {
        whole.append(String.valueOf(delimiters.component()).repeat(gap)).append(part);
        gap = 0;
      }
      gap++;
    }
    return whole.toString();
  }

  /** Whether a field holds one text only: no second repetition, component or subcomponent. */
  public boolean single(int field) {
    return repetitions(field) <= 1 && whole(field, 0).equals(text(field));
  }

  private @Nullable String value(int field, int repetition, int component, int subcomponent) {
    if (repetition >= repetitions(field)) {
      return null;
    }
    try {
      int at = moves.source(raw.name(), field);
      return Terser.get(parsed, at, repetition, component, subcomponent);
    } catch (HL7Exception e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return label();
  }
}
