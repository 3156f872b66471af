package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.ProductStrength;

/**
 * What one piece of a product holds, as its name tells: by the strengths of known products, by
 * figures that stand in the order of the ingredients ({@code acetaminophen-codeine 300-30 mg}), or
 * by each ingredient's own. An amount that the name leaves open is not told.
 */
final class Strengths {
  private static final int KEPT = 1024;

  /** {@code 1,000} is a thousand; of any other comma nobody can tell what it parts. */
  private static final String FIGURE = "([1-9]\\d{0,2}(?:,\\d{3})+|\\d{1,5}(?:\\.\\d{1,3})?)";

  private static final String UNIT = "\\s?(mg|mcg|ug|g)?";
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![\\d.,])" + FIGURE + UNIT + "\\s?[-/]\\s?" + FIGURE + UNIT + "\\b(?!,\\d|\\s?ml)");
  private static final Pattern ONE =
      Pattern.compile("(?<![\\d.,/-])" + FIGURE + "\\s?(mg|mcg|ug|g)\\b(?!\\s?[-/])");
  private static final Pattern PARTED = Pattern.compile("\\s[/+]\\s|\\s(?:and|with)\\s");
  private static final Pattern LIQUID = Pattern.compile("(?<![a-z])ml\\b");

  private final Knowledge knowledge;
  private final Map<String, Map<String, Double>> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Double>> eldest) {
          return size() > KEPT;
        }
      };

  Strengths(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Milligrams of each ingredient in one piece, as far as the names tell them. */
  Map<String, Double> pieceMg(List<Coding> drug, List<String> ingredients) {
    Map<String, Double> amounts = new TreeMap<>();
    for (Coding each : drug) {
      read(each.text(), ingredients).forEach(amounts::putIfAbsent);
    }
    return amounts;
  }

  private Map<String, Double> read(String text, List<String> ingredients) {
    if (text.isBlank()) {
      return Map.of();
    }
    String key = text + "|" + String.join(";", ingredients);
    synchronized (kept) {
      Map<String, Double> known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Map<String, Double> found =
        ingredients.size() == 1 ? single(text, ingredients.get(0)) : several(text, ingredients);
    synchronized (kept) {
      kept.put(key, found);
    }
    return found;
  }

  private static Map<String, Double> single(String text, String ingredient) {
    Matcher matcher = ONE.matcher(plain(text));
    List<Double> told = new ArrayList<>();
    while (matcher.find()) {
      told.add(mg(matcher.group(1), matcher.group(2)));
    }
    boolean one = told.size() == 1 && !LIQUID.matcher(plain(text)).find();
    return one ? Map.of(ingredient, told.get(0)) : Map.of();
  }

  private Map<String, Double> several(String text, List<String> ingredients) {
    List<ProductStrength> rows =
        knowledge.limits().listStrengths(text).stream()
            .filter(each -> each.pieceMg().keySet().equals(Set.copyOf(ingredients)))
            .toList();
    Map<String, Double> amounts = new TreeMap<>();
    for (String each : ingredients) {
      Set<Double> possible = new LinkedHashSet<>();
      rows.forEach(row -> Optional.ofNullable(row.pieceMg().get(each)).ifPresent(possible::add));
      if (possible.size() == 1) {
        amounts.put(each, possible.iterator().next());
      }
    }
    if (!rows.isEmpty()) {
      return amounts;
    }
    Map<String, Double> ordered = inOrder(plain(text), ingredients);
    return ordered.isEmpty() ? eachWithItsOwn(plain(text), ingredients) : ordered;
  }

  /** {@code acetaminophen 325 MG / oxycodone hydrochloride 10 MG Oral Tablet}, as RxNorm writes. */
  private Map<String, Double> eachWithItsOwn(String text, List<String> ingredients) {
    Map<String, Double> amounts = new TreeMap<>();
    for (String part : PARTED.split(text)) {
      List<String> named = ingredients.stream().filter(e -> place(part, e).isPresent()).toList();
      Map<String, Double> told = named.size() == 1 ? single(part, named.get(0)) : Map.of();
      if (told.isEmpty() || amounts.containsKey(named.get(0))) {
        return Map.of();
      }
      amounts.putAll(told);
    }
    return amounts.size() == ingredients.size() ? amounts : Map.of();
  }

  private Map<String, Double> inOrder(String text, List<String> ingredients) {
    Matcher pair = PAIR.matcher(text);
    if (ingredients.size() != 2 || !pair.find()) {
      return Map.of();
    }
    String unit = Optional.ofNullable(pair.group(4)).orElse("mg");
    List<Double> figures =
        List.of(
            mg(pair.group(1), Optional.ofNullable(pair.group(2)).orElse(unit)),
            mg(pair.group(3), unit));
    if (pair.find()) {
      return Map.of();
    }
    Map<String, Integer> places = new TreeMap<>();
    for (String each : ingredients) {
      place(text, each).ifPresent(at -> places.put(each, at));
    }
    if (places.size() < 2) {
      return Map.of();
    }
    List<String> order = ingredients.stream().sorted(Comparator.comparing(places::get)).toList();
    return Map.of(order.get(0), figures.get(0), order.get(1), figures.get(1));
  }

  /** Where an ingredient is named in the text. */
  private Optional<Integer> place(String text, String ingredient) {
    List<String> names = new ArrayList<>();
    knowledge.drugs().findIngredient(ingredient).ifPresent(each -> names.add(each.name()));
    knowledge.drugs().listNames().stream()
        .filter(each -> each.ingredients().equals(List.of(ingredient)))
        .forEach(each -> names.add(each.text()));
    String words = " " + DrugText.normal(text) + " ";
    return names.stream()
        .map(each -> words.indexOf(" " + DrugText.normal(each) + " "))
        .filter(at -> at >= 0)
        .min(Comparator.naturalOrder());
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private static double mg(String figure, String unit) {
    double factor =
        switch (unit) {
          case "g" -> 1000;
          case "mcg", "ug" -> 0.001;
          default -> 1;
        };
    return Double.parseDouble(figure.replace(",", "")) * factor;
  }
}
