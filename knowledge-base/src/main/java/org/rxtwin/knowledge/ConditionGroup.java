package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalInt;

/**
 * A state of patients that rules ask for, and how feeds write it.
 *
 * @param id slug, such as {@code heart-failure}
 * @param codes beginnings of ICD-10 codes, or {@code system|code}
 * @param words words that name it where no code stands
 * @param days days after its record in which it counts, where it passes by itself
 */
public record ConditionGroup(
    String id,
    String name,
    List<String> codes,
    List<String> words,
    OptionalInt days,
    Provenance provenance)
    implements KnowledgeRow {
  public ConditionGroup {
    Must.slug("group", id);
    Must.text("name", name);
    codes = Must.some("codes", codes);
    words = List.copyOf(words);
  }

  @Override
  public String key() {
    return id;
  }
}
