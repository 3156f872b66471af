package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.Formulary;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.PairInteraction;
import org.rxtwin.knowledge.ProductReach.SystemicReach;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.knowledge.search.DrugResolution;
import org.rxtwin.quantity.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code interactions}: what two drugs do to one another. */
@Command(
    name = "interactions",
    description = {
      "Says what two drugs do to one another: the worst that is known of the pair.",
      "Input: CSV drug_a,drug_b[,route_a,route_b] (name or RxCUI; systemic where no route is"
          + " given).",
      "Answer: + tier (NONE where nothing is known to happen), severity, mechanism, auc_ratio,"
          + " source.",
      "A name that is not certain is answered for the worst drug it may be, with a problem."
    })
final class InteractionsCommand implements Callable<Integer> {
  private static final CsvAnswers TABLE =
      new CsvAnswers(
          List.of("drug_a", "drug_b"),
          List.of("tier", "severity", "mechanism", "auc_ratio", "source"));

  private final Site site;

  @Mixin private TableFile file = new TableFile();

  InteractionsCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    DrugWords drugs = new DrugWords(site.knowledge());
    return file.answer(site, TABLE, row -> answer(drugs, row));
  }

  /** A drug of one side, with what stands against taking it at its word. */
  private record Side(
      String text, List<String> ingredients, Optional<RouteGroup> route, List<String> doubts) {
    static Side read(DrugWords drugs, CsvRow row, String which) {
      String text = row.needed("drug_" + which);
      DrugResolution resolution = drugs.resolver().resolve(text);
      if (resolution.listToScreen().isEmpty()) {
        throw new RowProblem("drug_" + which + ": " + drugs.doubt(text, resolution));
      }
      List<String> doubts = new ArrayList<>();
      if (!resolution.match().certain()) {
        doubts.add("drug_" + which + ": " + drugs.doubt(text, resolution) + "; confirm it");
      }
      String route = row.text("route_" + which);
      Optional<RouteGroup> group = RouteGroup.find(route);
      if (!route.isEmpty() && group.isEmpty()) {
        doubts.add("route_" + which + ": " + route + " is not known; taken as systemic");
      }
      return new Side(text, resolution.listToScreen(), group, doubts);
    }

    SystemicReach reach(Formulary drugs, String ingredient) {
      return route.map(r -> drugs.reach(ingredient, r, text)).orElse(SystemicReach.SYSTEMIC);
    }
  }

  /** A row of knowledge with the tier that is left of it for these routes. */
  private record Heard(Interaction interaction, Tier tier) {}

  private static Map<String, String> answer(DrugWords drugs, CsvRow row) {
    Side a = Side.read(drugs, row, "a");
    Side b = Side.read(drugs, row, "b");
    List<Heard> heard = new ArrayList<>();
    for (String one : a.ingredients()) {
      for (String other : b.ingredients()) {
        SystemicReach least =
            least(
                a.reach(drugs.knowledge().drugs(), one), b.reach(drugs.knowledge().drugs(), other));
        for (PairInteraction pair : drugs.knowledge().interactions().between(one, other)) {
          heard(pair.interaction(), least).ifPresent(heard::add);
        }
      }
    }
    Map<String, String> answers =
        heard.stream()
            .min(
                Comparator.comparing(Heard::tier)
                    .thenComparing(h -> h.interaction().severity())
                    .thenComparing(h -> h.interaction().id()))
            .map(InteractionsCommand::texts)
            .orElse(Map.of("tier", "NONE"));
    List<String> doubts = new ArrayList<>(a.doubts());
    doubts.addAll(b.doubts());
    if (!doubts.isEmpty()) {
      throw new RowProblem(String.join("; ", doubts), answers);
    }
    return answers;
  }

  private static SystemicReach least(SystemicReach one, SystemicReach other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * What takes the circulation is silent where a side does not reach it, and quieter where little
   * does.
   */
  private static Optional<Heard> heard(Interaction interaction, SystemicReach reach) {
    if (!interaction.systemicOnly() || reach == SystemicReach.SYSTEMIC) {
      return Optional.of(new Heard(interaction, interaction.tier()));
    }
    if (reach == SystemicReach.NONE) {
      return Optional.empty();
    }
    boolean loud = interaction.tier().compareTo(Tier.QUEUE) < 0;
    return Optional.of(new Heard(interaction, loud ? Tier.QUEUE : interaction.tier()));
  }

  private static Map<String, String> texts(Heard heard) {
    Interaction interaction = heard.interaction();
    return Map.of(
        "tier", heard.tier().name(),
        "severity", interaction.severity().name().toLowerCase(Locale.ROOT),
        "mechanism", interaction.mechanism(),
        "auc_ratio", interaction.aucRatio().map(r -> Figures.plain(r.value())).orElse(""),
        "source", interaction.provenance().source());
  }
}
