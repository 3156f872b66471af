package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One active substance.
 *
 * @param id slug, the name all other rows use, e.g. {@code warfarin}
 * @param name as shown to people
 * @param rxcui RxNorm concept of the ingredient
 * @param atc ATC codes, fifth level
 * @param molarMass g/mol
 * @param valence charges of the ion it is given for, for equivalents to molar; empty for others
 */
public record Ingredient(
    String id,
    String name,
    Optional<String> rxcui,
    List<String> atc,
    OptionalDouble molarMass,
    OptionalDouble valence,
    Provenance provenance)
    implements KnowledgeRow {
  public Ingredient {
    Must.slug("ingredient", id);
    Must.text("name", name);
    atc = List.copyOf(atc);
    molarMass.ifPresent(m -> Must.within("molar_mass", m, 1, 200000));
    valence.ifPresent(v -> Must.within("valence", v, 1, 4));
    rxcui.ifPresent(c -> Must.be(c.matches("[1-9][0-9]{0,7}"), "rxcui", "an RxNorm number", c));
    atc.forEach(
        c -> Must.be(c.matches("[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}"), "atc", "ATC codes of level 5", c));
  }

  @Override
  public String key() {
    return id;
  }
}
