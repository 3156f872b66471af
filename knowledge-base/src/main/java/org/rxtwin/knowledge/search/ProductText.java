package org.rxtwin.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.knowledge.DrugText;

/**
 * The words of an order's text that can name a drug: strengths, forms, routes and salts fall away,
 * then the longest known names are taken from left to right.
 *
 * @param found names recognised, in the order of the text
 * @param left words that are neither a name nor noise
 */
record ProductText(List<KnownName> found, List<String> left) {
  private static final Set<String> NOISE =
      Set.of(
          "mg",
          "mcg",
          "ug",
          "gm",
          "ml",
          "meq",
          "mmol",
          "unit",
          "units",
          "iu",
          "mgml",
          "tab",
          "tabs",
          "tablet",
          "tablets",
          "cap",
          "caps",
          "capsule",
          "capsules",
          "inj",
          "injection",
          "soln",
          "solution",
          "susp",
          "suspension",
          "syrup",
          "elixir",
          "drops",
          "gtt",
          "cream",
          "crm",
          "ointment",
          "oint",
          "gel",
          "lotion",
          "patch",
          "powder",
          "pwd",
          "spray",
          "vial",
          "amp",
          "ampule",
          "syringe",
          "bag",
          "premix",
          "ivpb",
          "iv",
          "im",
          "sc",
          "po",
          "pr",
          "sl",
          "oral",
          "topical",
          "vaginal",
          "ophthalmic",
          "ophth",
          "otic",
          "nasal",
          "rectal",
          "er",
          "xr",
          "sr",
          "xl",
          "cr",
          "dr",
          "ec",
          "la",
          "ir",
          "ds",
          "odt",
          "hr",
          "daily",
          "bid",
          "tid",
          "qid",
          "prn",
          "in",
          "for",
          "and",
          "with",
          "of",
          "the",
          "dose",
          "strength",
          "chewable",
          "extended",
          "delayed",
          "release",
          "film",
          "coated",
          "eye",
          "ear",
          "mouth",
          "oromucosal",
          "buccal",
          "pen",
          "generic",
          "brand",
          "d5w",
          "ns",
          "nacl");
  private static final Set<String> SALTS =
      Set.of(
          "sodium",
          "potassium",
          "calcium",
          "magnesium",
          "hydrochloride",
          "hcl",
          "sulfate",
          "sulphate",
          "phosphate",
          "acetate",
          "maleate",
          "tartrate",
          "succinate",
          "citrate",
          "mesylate",
          "besylate",
          "bisulfate",
          "hydrate",
          "monohydrate",
          "dihydrate",
          "trihydrate",
          "bromide",
          "hydrobromide",
          "hbr",
          "nitrate",
          "fumarate",
          "axetil",
          "etexilate",
          "na",
          "phos",
          "sulf");
  private static final Set<String> AMOUNTS = Set.of("g", "mg", "mcg", "mmol", "meq");
  private static final int LONGEST = 5;

  static ProductText read(String text, DrugNameIndex index) {
    List<String> words = Arrays.asList(DrugText.normal(text).split(" "));
    List<KnownName> found = new ArrayList<>();
    List<String> left = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<KnownName> name = longest(words, at, index);
      if (name.isPresent() && !(salt(words.get(at), name.get()) && !found.isEmpty())) {
        found.add(name.get());
        at += name.get().normal().split(" ").length;
      } else {
        if (!noise(words.get(at), at == 0 ? "" : words.get(at - 1))
            && !(SALTS.contains(words.get(at)) && !found.isEmpty())) {
          left.add(words.get(at));
        }
        at++;
      }
    }
    boolean more = left.stream().anyMatch(w -> !SALTS.contains(w));
    left.removeIf(w -> more && SALTS.contains(w));
    return new ProductText(List.copyOf(found), List.copyOf(left));
  }

  /** A lone salt word after a drug's name (losartan potassium) is no second drug. */
  private static boolean salt(String word, KnownName name) {
    return SALTS.contains(word) && name.normal().equals(word);
  }

  private static Optional<KnownName> longest(List<String> words, int at, DrugNameIndex index) {
    for (int n = Math.min(LONGEST, words.size() - at); n >= 1; n--) {
      Optional<KnownName> name = index.find(String.join(" ", words.subList(at, at + n)));
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  /**
   * A lone letter is a unit after a number, as the litre is after what it holds; anywhere else it
   * may be the end of another drug's name.
   */
  private static boolean noise(String word, String before) {
    return word.isEmpty()
        || NOISE.contains(word)
        || word.matches("[0-9]+([a-z]{1,4})?")
        || (word.length() == 1 && before.matches("[0-9]+"))
        || (word.equals("l") && AMOUNTS.contains(before));
  }

  /** Every ingredient of the names found, each once, sorted. */
  List<String> ingredients() {
    return found.stream().flatMap(n -> n.ingredients().stream()).distinct().sorted().toList();
  }

  /** The least certain way in which a name was found. */
  DrugMatch match() {
    return found.stream()
        .map(KnownName::match)
        .max(java.util.Comparator.naturalOrder())
        .orElse(DrugMatch.NONE);
  }
}
