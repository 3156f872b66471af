package org.rxtwin.twin.model;

/**
 * Where a model's figures stand.
 *
 * @param citation the paper
 * @param doi its DOI, empty where it has none
 * @param table the tables the figures were taken from, empty where not stated
 */
public record Source(String citation, String doi, String table) {
  public Source {
    if (citation.isBlank()) {
      throw new ModelProblem("source.citation", "empty", "cite the paper the figures come from");
    }
  }
}
