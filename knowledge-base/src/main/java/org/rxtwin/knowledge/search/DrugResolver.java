package org.rxtwin.knowledge.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.knowledge.DrugCode;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.knowledge.Knowledge;

/**
 * Says which drug a feed means. Equal names and known codes are answers; anything else is a
 * question with its candidates, names that are taken for one another among them, or nothing.
 */
public final class DrugResolver {
  /** Below this a name is not near enough to ask about. */
  private static final double LEAST = 0.70;

  /** Candidates this much farther than the nearest are not told. */
  private static final double MARGIN = 0.12;

  private static final int LEAST_LETTERS = 5;
  private static final int MOST_LOOKED_AT = 40;

  /** The last one made: several parts of a program read names over the same knowledge. */
  private static volatile @Nullable DrugResolver last;

  private final Knowledge knowledge;
  private final DrugNameIndex index;

  private DrugResolver(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.index = new DrugNameIndex(knowledge);
  }

  /** A resolver over knowledge; it may be shared by threads. */
  public static DrugResolver over(Knowledge knowledge) {
    DrugResolver made = last;
    if (made == null || !made.isOver(knowledge)) {
      made = new DrugResolver(knowledge);
      last = made;
    }
    return made;
  }

  @SuppressWarnings("ReferenceEquality") // the index belongs to this very object
  private boolean isOver(Knowledge other) {
    return knowledge == other;
  }

  /** The drug a text means. A text of digits is also tried as an RxNorm concept. */
  public DrugResolution resolve(String text) {
    return byCode(text.strip(), DrugCode.CodeSystem.RXNORM)
        .map(i -> DrugResolution.certain(DrugMatch.CODE, i))
        .orElseGet(() -> byText(text));
  }

  /**
   * The drug a text and a code mean. Where both are readable and differ, both are candidates and
   * the resolution says so.
   *
   * @param text as sent, may be empty
   * @param code as sent, may be empty
   * @param system who keeps the code
   */
  public DrugResolution resolve(String text, String code, DrugCode.CodeSystem system) {
    Optional<List<String>> coded = byCode(code.strip(), system);
    if (coded.isEmpty()) {
      return resolve(text);
    }
    if (DrugText.normal(text).isEmpty()) {
      return DrugResolution.certain(DrugMatch.CODE, coded.get());
    }
    DrugResolution said = byText(text);
    boolean agrees =
        said.match() == DrugMatch.NONE
            || said.ingredients().equals(coded.get())
            || said.candidates().stream().anyMatch(c -> c.ingredients().equals(coded.get()));
    return agrees
        ? DrugResolution.certain(DrugMatch.CODE, coded.get())
        : contradiction(code, coded.get(), text, said);
  }

  private static DrugResolution contradiction(
      String code, List<String> coded, String text, DrugResolution said) {
    List<DrugCandidate> both = new ArrayList<>();
    both.add(new DrugCandidate(code, coded, 1));
    if (said.match().certain()) {
      both.add(new DrugCandidate(DrugText.normal(text), said.ingredients(), 1));
    }
    both.addAll(said.candidates());
    return DrugResolution.question(both, true);
  }

  private Optional<List<String>> byCode(String code, DrugCode.CodeSystem system) {
    Optional<List<String>> listed =
        knowledge.drugs().findCode(system, code).map(c -> sorted(c.ingredients()));
    return listed.isPresent() || system != DrugCode.CodeSystem.RXNORM
        ? listed
        : knowledge.drugs().findIngredientByRxcui(code).map(i -> List.of(i.id()));
  }

  private DrugResolution byText(String text) {
    String normal = DrugText.normal(text);
    if (normal.isEmpty()) {
      return DrugResolution.none();
    }
    ProductText read = ProductText.read(text, index);
    if (read.found().isEmpty()) {
      return near(String.join(" ", read.left()));
    }
    if (read.left().isEmpty() && read.match().certain()) {
      return DrugResolution.certain(read.match(), read.ingredients());
    }
    return partly(normal, read);
  }

  /**
   * Some words are a known name, others are not known: the known drug is a candidate, and what the
   * rest resembles.
   */
  private DrugResolution partly(String normal, ProductText read) {
    List<DrugCandidate> candidates = new ArrayList<>();
    String known = String.join(" ", read.found().stream().map(KnownName::normal).toList());
    DrugCandidate first =
        new DrugCandidate(known, read.ingredients(), EditSimilarity.of(known, normal));
    candidates.add(first);
    candidates.addAll(confused(first));
    read.left().forEach(word -> candidates.addAll(near(word).candidates()));
    return DrugResolution.question(candidates, false);
  }

  private DrugResolution near(String wanted) {
    if (wanted.length() < LEAST_LETTERS) {
      return DrugResolution.none();
    }
    List<DrugCandidate> measured = new ArrayList<>();
    for (KnownName name : index.near(wanted, MOST_LOOKED_AT)) {
      double score = nearness(wanted, name.normal());
      if (score >= LEAST) {
        measured.add(new DrugCandidate(name.text(), sorted(name.ingredients()), score));
      }
    }
    return measured.isEmpty()
        ? DrugResolution.none()
        : DrugResolution.question(nearest(measured), false);
  }

  /**
   * A prefix of five letters and more is as near as the least that is asked about, or nearer where
   * it is longer.
   */
  private static double nearness(String wanted, String name) {
    double whole = EditSimilarity.of(wanted, name);
    return name.startsWith(wanted) ? Math.max(whole, LEAST) : whole;
  }

  private List<DrugCandidate> nearest(List<DrugCandidate> measured) {
    measured.sort(
        Comparator.comparingDouble(DrugCandidate::score)
            .reversed()
            .thenComparing(DrugCandidate::name));
    double least = measured.get(0).score() - MARGIN;
    Map<List<String>, DrugCandidate> products = new LinkedHashMap<>();
    for (DrugCandidate candidate : measured) {
      if (candidate.score() >= least) {
        products.putIfAbsent(candidate.ingredients(), candidate);
        confused(candidate).forEach(c -> products.putIfAbsent(c.ingredients(), c));
      }
    }
    return List.copyOf(products.values());
  }

  /**
   * What a near name is taken for: a doubtful prednisone may be prednisolone however near it is
   * spelt.
   */
  private List<DrugCandidate> confused(DrugCandidate near) {
    return near.ingredients().stream()
        .flatMap(i -> knowledge.drugs().listLookAlikes(i).stream())
        .map(
            other ->
                new DrugCandidate(
                    knowledge.drugs().getIngredient(other).name(), List.of(other), near.score()))
        .toList();
  }

  private static List<String> sorted(List<String> ingredients) {
    return ingredients.stream().sorted().toList();
  }

  /**
   * Names near a text, nearest first, for a person who looks something up; certain ones come first
   * with score 1.
   */
  public List<DrugCandidate> find(String text, int max) {
    DrugResolution resolution = resolve(text);
    if (resolution.match().certain()) {
      return List.of(new DrugCandidate(DrugText.normal(text), resolution.ingredients(), 1));
    }
    return resolution.match() == DrugMatch.NONE
        ? beginning(DrugText.normal(text), max)
        : resolution.candidates().stream().limit(max).toList();
  }

  /** Names that begin so: for a person who types, never for an order. */
  private List<DrugCandidate> beginning(String start, int max) {
    return start.isEmpty()
        ? List.of()
        : index.near(start, MOST_LOOKED_AT).stream()
            .filter(name -> name.normal().startsWith(start))
            .map(
                name ->
                    new DrugCandidate(
                        name.text(),
                        sorted(name.ingredients()),
                        (double) start.length() / name.normal().length()))
            .limit(max)
            .toList();
  }
}
