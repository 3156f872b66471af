package org.rxtwin.knowledge;

/**
 * A word by which laboratories say that a specimen cannot be believed.
 *
 * @param word in lower case; it may stand anywhere in a comment
 * @param heed where it counts
 */
public record SpecimenWord(String word, Heed heed, Provenance provenance) implements KnowledgeRow {
  /** Where a word counts. */
  public enum Heed {
    /** In what is said of the specimen. */
    SPECIMEN,
    /** Also in what the request tells of the patient: it can only be meant of the specimen. */
    ANYWHERE
  }

  public SpecimenWord {
    Must.text("word", word);
  }

  @Override
  public String key() {
    return word;
  }
}
