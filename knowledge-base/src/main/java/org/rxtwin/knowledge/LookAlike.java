package org.rxtwin.knowledge;

import java.util.List;

/**
 * Two substances whose names are taken for one another; a doubtful text near either is a question
 * about both.
 */
public record LookAlike(String one, String other, Provenance provenance) implements KnowledgeRow {
  public LookAlike {
    Must.be(!one.equals(other), "other", "a different ingredient", other);
  }

  @Override
  public String key() {
    return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
  }

  @Override
  public List<Reference> references() {
    return List.of(
        new Reference("one", Reference.Kind.INGREDIENT, one),
        new Reference("other", Reference.Kind.INGREDIENT, other));
  }
}
