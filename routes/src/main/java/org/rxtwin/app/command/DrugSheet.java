package org.rxtwin.app.command;

import static org.rxtwin.app.command.SourcedLines.advice;
import static org.rxtwin.app.command.SourcedLines.lower;
import static org.rxtwin.app.command.SourcedLines.number;
import static org.rxtwin.app.command.SourcedLines.range;

import java.util.Comparator;
import java.util.List;
import org.rxtwin.knowledge.Ingredient;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.Subject;

/** Everything the knowledge says of one ingredient, as lines for a person. */
final class DrugSheet {
  private final Knowledge knowledge;
  private SourcedLines lines = new SourcedLines();

  DrugSheet(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  List<String> lines(String id) {
    lines = new SourcedLines();
    Ingredient drug = knowledge.drugs().getIngredient(id);
    lines.title(drug.name());
    lines.add(
        "RxCUI "
            + drug.rxcui().orElse("not known")
            + ", ATC "
            + (drug.atc().isEmpty() ? "not known" : String.join(" ", drug.atc()))
            + number(", molar mass ", drug.molarMass(), " g/mol"),
        drug.provenance());
    names(id);
    interactions(id);
    enzymes(id);
    genes(id);
    new DrugLimitLines(knowledge, lines).add(id);
    new DrugRiskLines(knowledge, lines).add(id);
    return lines.list();
  }

  private void names(String id) {
    List<String> names =
        knowledge.drugs().listNames().stream()
            .filter(n -> n.ingredients().contains(id))
            .map(n -> n.text() + (n.ingredients().size() > 1 ? " (with others)" : ""))
            .toList();
    lines.plain("Names", names);
    lines.plain("Classes", knowledge.drugs().listClassesOf(id));
    lines.plain("Taken for", knowledge.drugs().listLookAlikes(id));
    knowledge.tables().list(Subject.PRODUCT_REACH).stream()
        .filter(r -> r.ingredient().equals(id))
        .forEach(
            r ->
                lines.section(
                    "Reach",
                    lower(r.route()) + " " + r.form() + ": " + lower(r.reach()),
                    r.provenance()));
  }

  private void interactions(String id) {
    knowledge.interactions().list().stream()
        .filter(
            i -> knowledge.drugs().means(i.sideA(), id) || knowledge.drugs().means(i.sideB(), id))
        .sorted(Comparator.comparing(Interaction::tier).thenComparing(Interaction::id))
        .forEach(
            i ->
                lines.section(
                    "Interactions",
                    i.sideA()
                        + " + "
                        + i.sideB()
                        + ": "
                        + i.tier()
                        + ", "
                        + lower(i.severity())
                        + i.aucRatio().map(r -> ", exposure x " + range(r)).orElse("")
                        + ". "
                        + i.mechanism()
                        + ". "
                        + advice(i.advice()),
                    i.provenance()));
  }

  private void enzymes(String id) {
    knowledge
        .interactions()
        .listRoles(id)
        .forEach(
            r ->
                lines.section(
                    "Enzymes",
                    r.enzyme()
                        + " "
                        + r.strength().map(s -> lower(s) + " ").orElse("")
                        + lower(r.role())
                        + " "
                        + range(r.figure())
                        + number(" above ", r.aboveDailyMg(), " mg/day"),
                    r.provenance()));
    knowledge
        .interactions()
        .listEffectsOn(id)
        .forEach(
            e ->
                lines.section(
                    "Clearance of " + id,
                    e.moiety()
                        + " with "
                        + e.perpetrator()
                        + number(" above ", e.aboveDailyMg(), " mg/day")
                        + ": x "
                        + range(e.clearanceRatio()),
                    e.provenance()));
  }

  private void genes(String id) {
    knowledge
        .genes()
        .listRecommendations(id)
        .forEach(
            g ->
                lines.section(
                    "Genes",
                    g.gene()
                        + " "
                        + g.result()
                        + ": "
                        + g.tier()
                        + ", "
                        + g.strength()
                        + ". "
                        + g.advice().map(SourcedLines::advice).orElse("No change."),
                    g.provenance()));
  }
}
