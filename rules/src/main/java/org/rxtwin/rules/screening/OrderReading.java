package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderState;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.search.DrugResolution;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.rules.screening.fact.Match;

/**
 * Reads which drug an order or an allergy means. A doubtful name is read as every plausible
 * candidate (rule 12). Answers are kept, because the same few words come again and again.
 */
final class OrderReading {
  private static final int KEPT = 4096;

  private final Knowledge knowledge;
  private final DrugResolver resolver;
  private final Strengths strengths;
  private final Map<Coding, DrugResolution> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Coding, DrugResolution> eldest) {
          return size() > KEPT;
        }
      };

  OrderReading(Knowledge knowledge) {
    this.knowledge = knowledge;
    resolver = DrugResolver.over(knowledge);
    strengths = new Strengths(knowledge);
  }

  ReadOrder read(OrderState state, OrderTimes times) {
    Reading encoded = read(state.order().drug());
    List<String> requested = requested(state.order(), encoded);
    Reading reading = requested.isEmpty() ? encoded : both(encoded, requested);
    boolean held = state.status() == OrderState.Status.HELD;
    return new ReadOrder(
        state,
        reading.ingredients(),
        reading.doubt(),
        held ? times.heldSince(state.order().orderId()) : Optional.empty(),
        reading.doubt().isEmpty()
            ? strengths.pieceMg(state.order().drug(), reading.ingredients())
            : Map.of(),
        valences(reading.ingredients()),
        requested);
  }

  private Map<String, Double> valences(List<String> ingredients) {
    Map<String, Double> valences = new TreeMap<>();
    for (String each : ingredients) {
      knowledge
          .drugs()
          .findIngredient(each)
          .ifPresent(found -> found.valence().ifPresent(value -> valences.put(each, value)));
    }
    return valences;
  }

  /** Ingredients of the drug asked for, where both drugs are certain and not the same. */
  private List<String> requested(MedicationOrder order, Reading encoded) {
    Optional<Reading> asked =
        order
            .request()
            .filter(each -> each.differences().contains("drug"))
            .map(each -> read(each.drug()))
            .filter(each -> each.doubt().isEmpty() && encoded.doubt().isEmpty());
    return asked
        .map(Reading::ingredients)
        .filter(each -> !each.equals(encoded.ingredients()))
        .orElse(List.of());
  }

  /** Where request and encoding name two drugs, each is screened (rule 12). */
  private static Reading both(Reading encoded, List<String> requested) {
    Set<String> all = new LinkedHashSet<>(encoded.ingredients());
    all.addAll(requested);
    return new Reading(sorted(all), Optional.of(Match.CONFLICT));
  }

  /** The ingredients that codes and words name without a question; none otherwise. */
  List<String> certain(List<Coding> codings) {
    Reading read = read(codings);
    return read.doubt().isEmpty() ? read.ingredients() : List.of();
  }

  /** What codes and words together mean. */
  Reading read(List<Coding> codings) {
    Set<List<String>> certain = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    List<DrugResolution> doubtful = new ArrayList<>();
    for (Coding each : codings) {
      DrugResolution resolution = resolve(each);
      all.addAll(resolution.listToScreen());
      if (resolution.match().certain()) {
        certain.add(resolution.ingredients());
      } else if (!resolution.candidates().isEmpty()) {
        doubtful.add(resolution);
      }
    }
    boolean contradicted = doubtful.stream().anyMatch(DrugResolution::codeContradictsText);
    boolean otherwise =
        certain.size() == 1
            && doubtful.stream()
                .anyMatch(each -> !each.listToScreen().containsAll(certain.iterator().next()));
    if (certain.size() > 1 || contradicted || otherwise) {
      return new Reading(sorted(all), Optional.of(Match.CONFLICT));
    }
    if (certain.size() == 1) {
      return new Reading(certain.iterator().next(), Optional.empty());
    }
    if (doubtful.isEmpty()) {
      return new Reading(List.of(), Optional.of(Match.NONE));
    }
    return new Reading(sorted(all), Optional.of(all.size() > 1 ? Match.AMBIGUOUS : Match.FUZZY));
  }

  private static List<String> sorted(Set<String> ingredients) {
    return ingredients.stream().sorted().toList();
  }

  private DrugResolution resolve(Coding coding) {
    synchronized (kept) {
      DrugResolution known = kept.get(coding);
      if (known != null) {
        return known;
      }
    }
    DrugResolution found = resolver.resolve(coding.text(), coding.code(), system(coding));
    synchronized (kept) {
      kept.put(coding, found);
    }
    return found;
  }

  private static CodeSystem system(Coding coding) {
    for (CodeSystem each : CodeSystem.values()) {
      if (each.name().equals(coding.system())) {
        return each;
      }
    }
    return CodeSystem.LOCAL;
  }

  /**
   * What some codes and words mean.
   *
   * @param ingredients the drug's, or every candidate's
   * @param doubt why it is not certain
   */
  record Reading(List<String> ingredients, Optional<Match> doubt) {}
}
