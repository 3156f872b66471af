package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A named group of drugs.
 *
 * @param id slug
 * @param name as shown
 * @param members ingredients that belong to it
 * @param includes classes whose members belong to it as well
 */
public record DrugClass(
    String id, String name, List<String> members, List<String> includes, Provenance provenance)
    implements KnowledgeRow {
  public DrugClass {
    Must.slug("class", id);
    Must.text("name", name);
    members = List.copyOf(members);
    includes = List.copyOf(includes);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    List<Reference> all = new ArrayList<>(Reference.ingredients("members", members));
    includes.forEach(c -> all.add(new Reference("includes", Reference.Kind.DRUG_CLASS, c)));
    return all;
  }
}
