package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rxtwin.knowledge.ProductReach.SystemicReach;

/** Drugs by id, name, code and class. */
public final class Formulary {
  private final List<Ingredient> ingredients;
  private final List<DrugName> allNames;
  private final Lookup<Ingredient> byId;
  private final Lookup<Ingredient> byRxcui;
  private final Lookup<DrugName> names;
  private final Lookup<DrugCode> codes;
  private final Lookup<ProductReach> reaches;
  private final Lookup<LookAlike> lookAlikes;
  private final Map<String, List<String>> members = new TreeMap<>();
  private final Map<String, List<String>> classes = new TreeMap<>();

  Formulary(KnowledgeTables tables) {
    ingredients = tables.list(Subject.INGREDIENTS);
    allNames = tables.list(Subject.DRUG_NAMES);
    byId = Lookup.by(ingredients, Ingredient::id);
    byRxcui = Lookup.byAll(ingredients, i -> i.rxcui().stream().toList());
    names = Lookup.by(allNames, DrugName::key);
    codes = Lookup.byAll(tables.list(Subject.DRUG_CODES), Formulary::keys);
    reaches = Lookup.by(tables.list(Subject.PRODUCT_REACH), ProductReach::ingredient);
    lookAlikes = Lookup.byAll(tables.list(Subject.LOOK_ALIKES), l -> List.of(l.one(), l.other()));
    Lookup<DrugClass> byClass = Lookup.by(tables.list(Subject.DRUG_CLASSES), DrugClass::id);
    for (String id : byClass.keys()) {
      Set<String> found = new LinkedHashSet<>();
      gather(id, byClass, new LinkedHashSet<>(), found);
      members.put(id, found.stream().sorted().toList());
      found.forEach(i -> classes.computeIfAbsent(i, k -> new ArrayList<>()).add(id));
    }
  }

  private static void gather(
      String id, Lookup<DrugClass> byClass, Set<String> visited, Set<String> found) {
    if (!visited.add(id)) {
      return;
    }
    byClass
        .find(id)
        .ifPresent(
            c -> {
              found.addAll(c.members());
              c.includes().forEach(inner -> gather(inner, byClass, visited, found));
            });
  }

  /** The ingredient with this id. */
  public Ingredient getIngredient(String id) {
    return findIngredient(id).orElseThrow(() -> new UnknownKnowledge("ingredients", id));
  }

  /** The ingredient with this id, if known. */
  public Optional<Ingredient> findIngredient(String id) {
    return byId.find(id);
  }

  /** The ingredient with this RxNorm concept, if known. */
  public Optional<Ingredient> findIngredientByRxcui(String rxcui) {
    return byRxcui.find(rxcui);
  }

  /** All ingredients. */
  public List<Ingredient> listIngredients() {
    return ingredients;
  }

  /** The name row whose text compares equal, if any. */
  public Optional<DrugName> findName(String text) {
    return names.find(DrugText.normal(text));
  }

  /** All names. */
  public List<DrugName> listNames() {
    return allNames;
  }

  /** A national drug code is found by each of its forms. */
  private static List<String> keys(DrugCode row) {
    return row.system() == DrugCode.CodeSystem.NDC
        ? NationalDrugCode.list(row.code()).stream().map(each -> row.system() + "|" + each).toList()
        : List.of(row.key());
  }

  /** What a code stands for, if known; where its forms mean several drugs, it is not. */
  public Optional<DrugCode> findCode(DrugCode.CodeSystem system, String code) {
    List<String> forms =
        system == DrugCode.CodeSystem.NDC ? NationalDrugCode.list(code) : List.of(code.strip());
    List<DrugCode> found =
        forms.stream().flatMap(each -> codes.list(system + "|" + each).stream()).toList();
    boolean one = found.stream().map(DrugCode::ingredients).distinct().count() == 1;
    return one ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Ids of the classes an ingredient is in, nested ones included, sorted. */
  public List<String> listClassesOf(String ingredient) {
    return List.copyOf(classes.getOrDefault(ingredient, List.of()));
  }

  /**
   * Ids of the ingredients in a class, nested ones included, sorted; empty where the class is
   * unknown.
   */
  public List<String> listMembers(String classId) {
    return members.getOrDefault(classId, List.of());
  }

  /** The ingredients that a reference means, sorted. */
  public List<String> listIngredientsOf(DrugRef drug) {
    return drug.isClass() ? listMembers(drug.id()) : List.of(drug.id());
  }

  /** Whether a reference means this ingredient. */
  public boolean means(DrugRef drug, String ingredient) {
    return listIngredientsOf(drug).contains(ingredient);
  }

  /** Ids of ingredients whose names are taken for this one's. */
  public List<String> listLookAlikes(String ingredient) {
    return lookAlikes.list(ingredient).stream()
        .map(l -> l.one().equals(ingredient) ? l.other() : l.one())
        .sorted()
        .toList();
  }

  /**
   * How far a product gets into the circulation. A named form beats {@code *}, a named route beats
   * ANY; where no row speaks, the answer is SYSTEMIC, because what is not known is not harmless.
   */
  public SystemicReach reach(String ingredient, RouteGroup route, String form) {
    String words = " " + DrugText.normal(form) + " ";
    int best = -1;
    SystemicReach reach = SystemicReach.SYSTEMIC;
    for (ProductReach row : reaches.list(ingredient)) {
      int fit = fit(row, route, words);
      if (fit > best) {
        best = fit;
        reach = row.reach();
      }
    }
    return reach;
  }

  private static int fit(ProductReach row, RouteGroup route, String given) {
    boolean anyForm = row.form().equals("*");
    if (!row.route().covers(route)
        || !(anyForm || given.contains(" " + row.form().toLowerCase(Locale.ROOT) + " "))) {
      return -1;
    }
    int words = anyForm ? 0 : row.form().split(" ").length;
    return 2 * words + (row.route() == RouteGroup.ANY ? 0 : 1);
  }
}
