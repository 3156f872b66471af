package org.rxtwin.app.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.feed.FeedTables;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.ResultUnits;
import org.rxtwin.hl7.value.TimingText;
import org.rxtwin.hl7.value.Ucum;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.knowledge.search.DrugResolver;

/**
 * What codes and words mean to everybody: a site that writes another meaning for one of them has
 * most likely slipped a line, and every dose of its feed would be wrong in silence.
 */
final class KnownWords {
  private final Supplier<Optional<Knowledge>> knowledge;

  KnownWords(Supplier<Optional<Knowledge>> knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Why that may not be written; empty where it may.
   *
   * @param allowed words that this feed means otherwise all the same, as they are compared
   */
  Optional<String> fault(FeedTable table, Coding local, Coding meaning, Set<String> allowed) {
    String word =
        table == FeedTable.LABORATORY ? FeedTables.observationKey(local) : FeedTables.key(local);
    if (allowed.contains(word) || !redefined(table, local, word, meaning)) {
      return Optional.empty();
    }
    return Optional.of(
        word
            + " means another thing to everybody. Maybe a line has slipped; if this sender does mean"
            + " it, name it under `override` of the feed.");
  }

  private boolean redefined(FeedTable table, Coding local, String word, Coding meaning) {
    return switch (table) {
      case UNITS ->
          differ(word, meaning.code(), KnownWords::amount, DoseUnits.Measure::sameAs)
              || differ(word, meaning.code(), KnownWords::unit, Ucum.shared()::same);
      case ROUTES -> differ(word, meaning.code(), KnownWords::route, RouteGroup::equals);
      case FREQUENCIES -> differ(word, meaning.code(), KnownWords::schedule, Timing::equals);
      case DRUGS -> differ(local, meaning, this::ingredients, List::equals);
      case LABORATORY -> otherTest(local, word, meaning.code());
    };
  }

  /** Where the one means something, the other must mean the same. */
  private static <W, T> boolean differ(
      W one, W other, Function<W, Optional<T>> meaning, BiPredicate<T, T> same) {
    Optional<T> known = meaning.apply(one);
    return known.isPresent()
        && meaning.apply(other).filter(each -> same.test(known.get(), each)).isEmpty();
  }

  private static Optional<DoseUnits.Measure> amount(String word) {
    return DoseUnits.find(word, Map.of());
  }

  private static Optional<String> unit(String word) {
    return amount(word).isPresent() ? Optional.empty() : ResultUnits.find(word, Map.of());
  }

  private static Optional<RouteGroup> route(String word) {
    return RouteGroup.find(word).filter(each -> each != RouteGroup.ANY);
  }

  private static Optional<Timing> schedule(String word) {
    return Optional.of(TimingText.read(word))
        .filter(each -> each.kind() != Timing.Kind.UNKNOWN)
        .map(
            each ->
                new Timing(
                    each.kind(),
                    each.intervalHours(),
                    each.maxPerDay(),
                    "",
                    each.times(),
                    each.weekdays()));
  }

  private Optional<List<String>> ingredients(Coding drug) {
    CodeSystem system =
        Set.of("RXNORM", "ATC", "NDC", "SNOMED").contains(CodeSystems.canonical(drug.system()))
            ? CodeSystem.valueOf(CodeSystems.canonical(drug.system()))
            : CodeSystem.LOCAL;
    String words = drug.code().isEmpty() ? drug.text() : "";
    return knowledge
        .get()
        .map(each -> DrugResolver.over(each).resolve(words, drug.code(), system))
        .filter(each -> each.match().certain())
        .map(each -> each.ingredients().stream().sorted().toList());
  }

  private boolean otherTest(Coding local, String word, String loinc) {
    if (CodeSystems.canonical(local.system()).equals("LOINC") && Analyte.isLoinc(local.code())) {
      return !local.code().equals(loinc);
    }
    return knowledge
        .get()
        .flatMap(each -> each.laboratory().findByLocalName(word))
        .filter(each -> !each.loinc().contains(loinc))
        .isPresent();
  }
}
