package org.rxtwin.knowledge;

import java.util.List;

/**
 * A symptom that a drug causes by its own action, so that an allergy list that tells nothing else
 * tells of no allergy. Only a row whose source was read may lower anything.
 *
 * @param id slug
 * @param drug which drug or class
 * @param words parts of words by which lists name it
 */
public record ExpectedEffect(String id, DrugRef drug, List<String> words, Provenance provenance)
    implements KnowledgeRow {
  public ExpectedEffect {
    Must.slug("effect", id);
    words = Must.some("words", words);
    Must.be(
        provenance.confirmed(), "evidence", "seen: what lowers an alert was read", "remembered");
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of(drug.in("drug"));
  }
}
