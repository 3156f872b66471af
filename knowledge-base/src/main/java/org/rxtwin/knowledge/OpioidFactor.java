package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an opioid counts in oral morphine, by route and form.
 *
 * @param id slug
 * @param drug ingredient or class
 * @param route the route it holds for
 * @param form words of the order it holds for (patch, pca), or {@code *}
 * @param basis what the factor multiplies
 * @param factor milligrams of oral morphine for one of them
 * @param tolerantFromMme only for patients who had this much every day for a week before, where the
 *     label says so
 * @param note why it is not counted
 */
public record OpioidFactor(
    String id,
    DrugRef drug,
    RouteGroup route,
    String form,
    Basis basis,
    OptionalDouble factor,
    OptionalDouble tolerantFromMme,
    Optional<String> note,
    Provenance provenance)
    implements KnowledgeRow {
  /** What the factor multiplies. */
  public enum Basis {
    MG_PER_DAY,
    MCG_PER_HOUR,
    NOT_COUNTED
  }

  public OpioidFactor {
    Must.slug("factor_id", id);
    Must.text("form", form);
    Must.be(
        factor.isPresent() != (basis == Basis.NOT_COUNTED),
        "factor",
        "a number exactly where it is counted",
        factor);
    Must.be(
        note.isPresent() == (basis == Basis.NOT_COUNTED),
        "note",
        "why, exactly where it is not counted",
        note);
    factor.ifPresent(each -> Must.within("factor", each, 0.001, 1000));
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
