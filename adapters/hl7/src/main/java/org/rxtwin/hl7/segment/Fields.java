package org.rxtwin.hl7.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.envelope.Delimiters;
import org.rxtwin.hl7.feed.FieldMoves;

/**
 * The fields of one segment, asked for by number as the standard counts them. By number and not by
 * HAPI's names, because version 2.8.1 names withdrawn fields (ORC-7, RXE-1) by their absence. Text
 * comes stripped, escapes resolved; an explicit null ({@code ""}) reads as empty.
 */
public final class Fields {
  private static final String NULL = "\"\"";
  private final RawSegment raw;
  private final FieldTexts texts;
  private final TypedParts typed;
  private final Escapes escapes;
  private final Delimiters delimiters;
  private final FieldMoves moves;

  Fields(
      RawSegment raw, TypedParts typed, Escapes escapes, Delimiters delimiters, FieldMoves moves) {
    this.raw = raw;
    this.texts = new FieldTexts(raw, delimiters);
    this.typed = typed;
    this.escapes = escapes;
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
    List<String> components = split(written(field, repetition), delimiters.component());
    return component > components.size() ? "" : words(components.get(component - 1));
  }

  private String words(String component) {
    char separator = delimiters.subcomponent();
    StringBuilder words = new StringBuilder(component.length());
    int gap = 0;
    for (String part : split(component, separator)) {
      if (!part.isEmpty() && !part.equals(NULL)) {
        append(words, separator, gap).append(escapes.plain(part));
        gap = 0;
      }
      gap++;
    }
    return words.toString().strip();
  }

  /**
   * A subcomponent as it stands in the line. In a field that its version has withdrawn (ORC-7,
   * RXE-1) HAPI keeps no subcomponents of the first component.
   */
  public String written(int field, int repetition, int component, int subcomponent) {
    String text = nth(written(field, repetition), delimiters.component(), component - 1);
    String part = nth(text, delimiters.subcomponent(), subcomponent - 1);
    return part.equals(NULL) ? "" : escapes.plain(part).strip();
  }

  private static String nth(String text, char separator, int index) {
    List<String> parts = split(text, separator);
    return index < parts.size() ? parts.get(index) : "";
  }

  /** Whether the sender says that the field holds nothing. */
  public boolean deleted(int field) {
    return NULL.equals(value(field, 0, 1, 1));
  }

  /** Whether an escape was opened and not closed: what stands there may have lost characters. */
  public boolean brokenEscape(int field) {
    return all(field).stream().anyMatch(each -> escapes.count(each) % 2 != 0);
  }

  /** Filled repetitions of a field. */
  public int repetitions(int field) {
    return all(field).size();
  }

  /** One repetition with all components, joined as the sender joined them. */
  public String whole(int field, int repetition) {
    char separator = delimiters.component();
    StringBuilder whole = new StringBuilder();
    int gap = 0;
    for (String component : split(written(field, repetition), separator)) {
      String part = words(component);
      if (!part.isEmpty()) {
        append(whole, separator, gap).append(part);
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
    List<String> all = all(field);
    return repetition < all.size()
        ? typed.find(source(field), all.get(repetition), component, subcomponent)
        : null;
  }

  private String written(int field, int repetition) {
    List<String> all = all(field);
    return repetition < all.size() ? all.get(repetition) : "";
  }

  private List<String> all(int field) {
    int at = source(field);
    return at == 0 ? List.of() : texts.repetitions(at);
  }

  /** Where the field stands by the feed's profile; 0 where it stands nowhere. */
  private int source(int field) {
    return moves.source(raw.name(), field);
  }

  private static List<String> split(String text, char separator) {
    return FieldTexts.split(text, separator);
  }

  private static StringBuilder append(StringBuilder text, char separator, int times) {
    for (int i = 0; i < times; i++) {
      text.append(separator);
    }
    return text;
  }

  @Override
  public String toString() {
    return label();
  }
}
