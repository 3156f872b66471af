package org.rxtwin.knowledge;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rxtwin.quantity.Figures;

/** Dose limits and what kidneys ask for, by ingredient. */
public final class LimitTable {
  private static final Pattern FIGURE = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");

  /** What stands beside a product's name and tells no strength. */
  private static final Set<String> FORM_WORDS =
      Set.of("mg", "tablet", "tablets", "tab", "tabs", "capsule", "capsules", "oral", "po");

  private final Lookup<DoseLimit> dose;
  private final Lookup<RenalLimit> renal;
  private final Lookup<LifetimeLimit> lifetime;
  private final List<DuplicateClass> duplicates;
  private final Lookup<ProductStrength> strengths;
  private final Formulary drugs;

  LimitTable(KnowledgeTables tables, Formulary drugs) {
    this.drugs = drugs;
    dose = Lookup.by(tables.list(Subject.DOSE_LIMITS), DoseLimit::ingredient);
    renal = Lookup.by(tables.list(Subject.RENAL_LIMITS), RenalLimit::ingredient);
    lifetime = Lookup.by(tables.list(Subject.LIFETIME_LIMITS), LifetimeLimit::ingredient);
    duplicates = tables.list(Subject.DUPLICATE_CLASSES);
    strengths =
        Lookup.by(tables.list(Subject.PRODUCT_STRENGTHS), each -> DrugText.normal(each.name()));
  }

  /** What may be given of an ingredient in a whole life. */
  public List<LifetimeLimit> listLifetimeLimits(String ingredient) {
    return lifetime.list(ingredient);
  }

  /** Classes of which only so many are meant to run. */
  public List<DuplicateClass> listDuplicateClasses() {
    return duplicates.stream().filter(each -> each.drugs().isClass()).toList();
  }

  /** How many orders of one ingredient are meant to run, where a row says it. */
  public Optional<DuplicateClass> findDuplicates(String ingredient) {
    return duplicates.stream()
        .filter(each -> !each.drugs().isClass() && each.drugs().id().equals(ingredient))
        .findFirst();
  }

  /** The drugs of a class that a row counts. */
  public List<String> listMembers(DuplicateClass row) {
    return drugs.listIngredientsOf(row.drugs());
  }

  /**
   * The strengths a product's text may mean: those of the longest known name in it whose figures
   * the text tells; where it tells none of them, all of that name. A name of one strength only says
   * nothing where other words or figures stand beside it, because they may tell another.
   */
  public List<ProductStrength> listStrengths(String text) {
    String words = " " + DrugText.normal(text) + " ";
    List<ProductStrength> named =
        strengths.keys().stream()
            .filter(name -> words.contains(" " + name + " "))
            .max(Comparator.comparingInt(String::length))
            .map(strengths::list)
            .orElse(List.of());
    List<ProductStrength> told =
        named.stream()
            .filter(each -> !each.strength().isEmpty())
            .filter(each -> tells(text, each.strength()))
            .toList();
    return told.isEmpty()
        ? named.stream().filter(each -> !each.strength().isEmpty() || bare(words, each)).toList()
        : told;
  }

  /** Whole figures in their order: 7.5/325 does not tell 5/325. */
  private static boolean tells(String text, String strength) {
    return Collections.indexOfSubList(figures(text), figures(strength)) >= 0;
  }

  private static List<Double> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(each -> Double.parseDouble(each.group().replace(',', '.')))
        .toList();
  }

  private static boolean bare(String words, ProductStrength row) {
    String name = " " + DrugText.normal(row.name()) + " ";
    String rest = words.replaceFirst(Pattern.quote(name), " ").strip();
    Set<String> known = new HashSet<>(FORM_WORDS);
    row.pieceMg()
        .values()
        .forEach(each -> known.addAll(List.of(DrugText.normal(Figures.plain(each)).split(" "))));
    return rest.isEmpty() || known.containsAll(List.of(rest.split(" ")));
  }

  /** Dose limits of an ingredient, whatever the route and age. */
  public List<DoseLimit> listDoseLimits(String ingredient) {
    return dose.list(ingredient);
  }

  /** Renal limits of an ingredient as one jurisdiction, or every one, sets them. */
  public List<RenalLimit> listRenalLimits(String ingredient, String jurisdiction) {
    return renal.list(ingredient).stream()
        .filter(r -> r.jurisdiction().equals(jurisdiction) || r.jurisdiction().equals("any"))
        .toList();
  }

  /** Renal limits of an ingredient, every jurisdiction's. */
  public List<RenalLimit> listRenalLimits(String ingredient) {
    return renal.list(ingredient);
  }
}
