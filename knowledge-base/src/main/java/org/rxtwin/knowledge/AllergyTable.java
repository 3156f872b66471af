package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which drugs an allergy to one of them may concern, and what people react to that is no drug. */
public final class AllergyTable {
  /** What lists write around the substance itself. */
  private static final Set<String> AROUND =
      Set.of("allergy", "allergies", "to", "substance", "edible", "finding", "class", "all");

  private final List<AllergyGroup> all;
  private final Lookup<AllergyGroup> byMember;
  private final Lookup<AllergyGroup> byWord;
  private final Lookup<OtherAllergen> others;
  private final Lookup<ExpectedEffect> effects;

  AllergyTable(KnowledgeTables tables, Formulary drugs) {
    all = tables.list(Subject.ALLERGY_GROUPS).stream().map(group -> group.expanded(drugs)).toList();
    byMember = Lookup.byAll(all, AllergyGroup::members);
    byWord =
        Lookup.byAll(all.stream().filter(AllergyTable::isFamily).toList(), AllergyTable::words);
    effects =
        Lookup.byAll(tables.list(Subject.EXPECTED_EFFECTS), e -> drugs.listIngredientsOf(e.drug()));
    others = Lookup.byAll(tables.list(Subject.OTHER_ALLERGENS), AllergyTable::words);
  }

  /** All groups, their classes told drug by drug. */
  public List<AllergyGroup> list() {
    return all;
  }

  /** The group with this id. */
  public Optional<AllergyGroup> find(String id) {
    return all.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** A group by its id, its name or its words, as an allergy list may write it ("Penicillins"). */
  public Optional<AllergyGroup> findByText(String text) {
    return forms(text).flatMap(form -> byWord.find(form).stream()).findFirst();
  }

  /** What is no drug and is written so ("Allergy to peanuts"). */
  public Optional<OtherAllergen> findOther(String text) {
    return forms(text).flatMap(form -> others.find(form).stream()).findFirst();
  }

  /** A side chain is no family that a list would name. */
  private static boolean isFamily(AllergyGroup group) {
    return group.kind() != AllergyGroup.Kind.SIDE_CHAIN;
  }

  /** Groups of one kind that hold both ingredients. */
  public List<AllergyGroup> shared(String one, String other, AllergyGroup.Kind kind) {
    return byMember.list(one).stream()
        .filter(g -> g.kind() == kind && g.members().contains(other))
        .toList();
  }

  /** Symptoms a drug causes by its own action, its classes' included. */
  public List<ExpectedEffect> listExpectedEffects(String ingredient) {
    return effects.list(ingredient);
  }

  static List<String> words(AllergyGroup group) {
    return words(group.id(), group.name(), group.words());
  }

  static List<String> words(OtherAllergen other) {
    return words(other.id(), other.name(), other.words());
  }

  private static List<String> words(String id, String name, List<String> more) {
    List<String> words = new ArrayList<>(List.of(DrugText.normal(id), DrugText.normal(name)));
    more.forEach(each -> words.add(DrugText.normal(each)));
    return words.stream().distinct().toList();
  }

  /** As written, then without the words around it, each also as singular and as plural. */
  private static Stream<String> forms(String text) {
    String written = DrugText.normal(text);
    String bare =
        Arrays.stream(written.split(" "))
            .filter(word -> !AROUND.contains(word))
            .collect(Collectors.joining(" "));
    return Stream.of(written, bare)
        .filter(form -> !form.isEmpty())
        .flatMap(
            form ->
                form.endsWith("s")
                    ? Stream.of(form, form.substring(0, form.length() - 1))
                    : Stream.of(form, form + "s"));
  }
}
