package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.Ingredient;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.Provenance;
import org.rxtwin.knowledge.RatioRange;
import org.rxtwin.knowledge.RecommendedAct;
import org.rxtwin.knowledge.Subject;
import org.rxtwin.quantity.Figures;

/** Everything the knowledge says of one ingredient, as lines for a person. */
final class DrugSheet {
  private final Knowledge knowledge;
  private final List<String> lines = new ArrayList<>();

  DrugSheet(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  List<String> lines(String id) {
    lines.clear();
    Ingredient drug = knowledge.drugs().getIngredient(id);
    lines.add(drug.name());
    add(
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
    limits(id);
    laboratory(id);
    return List.copyOf(lines);
  }

  private void names(String id) {
    List<String> names =
        knowledge.drugs().listNames().stream()
            .filter(n -> n.ingredients().contains(id))
            .map(n -> n.text() + (n.ingredients().size() > 1 ? " (with others)" : ""))
            .toList();
    plain("Names", names);
    plain("Classes", knowledge.drugs().listClassesOf(id));
    plain("Taken for", knowledge.drugs().listLookAlikes(id));
    knowledge.tables().list(Subject.PRODUCT_REACH).stream()
        .filter(r -> r.ingredient().equals(id))
        .forEach(
            r ->
                section(
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
                section(
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
                section(
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
                section(
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
                section(
                    "Genes",
                    g.gene()
                        + " "
                        + g.result()
                        + ": "
                        + g.tier()
                        + ", "
                        + g.strength()
                        + ". "
                        + advice(g.advice()),
                    g.provenance()));
  }

  private void limits(String id) {
    knowledge
        .limits()
        .listDoseLimits(id)
        .forEach(
            l ->
                section(
                    "Dose limits (" + lower(l.unit()) + ")",
                    lower(l.route())
                        + ", age "
                        + Figures.plain(l.ageFromYears())
                        + "-"
                        + Figures.plain(l.ageToYears())
                        + l.indication().map(i -> ", " + i).orElse("")
                        + number(", single ", l.singleMax(), "")
                        + number(", a day ", l.dailyMax(), "")
                        + number(", a week ", l.weeklyMax(), "")
                        + number(", every ", l.minIntervalHours(), " h at most"),
                    l.provenance()));
    knowledge
        .limits()
        .listRenalLimits(id)
        .forEach(
            l ->
                section(
                    "Kidney",
                    l.jurisdiction()
                        + ", "
                        + lower(l.estimator())
                        + " "
                        + Figures.plain(l.from())
                        + " to "
                        + Figures.plain(l.below())
                        + ": "
                        + lower(l.action())
                        + number(", a day ", l.maxDailyMg(), " mg")
                        + number(", every ", l.minIntervalHours(), " h at most"),
                    l.provenance()));
  }

  private void laboratory(String id) {
    knowledge
        .laboratory()
        .listNeeds(id)
        .forEach(
            n ->
                section(
                    "To be measured",
                    n.analyte()
                        + " within "
                        + Figures.plain(n.withinDays())
                        + " days of "
                        + lower(n.occasion())
                        + number(", then every ", n.everyDays(), " days"),
                    n.provenance()));
    knowledge
        .laboratory()
        .listLimits(id)
        .forEach(
            l ->
                section(
                    "Results",
                    l.analyte()
                        + " "
                        + lower(l.side())
                        + " "
                        + Figures.plain(l.threshold())
                        + " "
                        + l.unit()
                        + ": "
                        + l.tier()
                        + ". "
                        + advice(l.advice()),
                    l.provenance()));
    knowledge.allergies().list().stream()
        .filter(g -> g.members().contains(id))
        .forEach(
            g ->
                section("Allergy groups", g.name() + " (" + lower(g.kind()) + ")", g.provenance()));
  }

  private void plain(String title, List<String> words) {
    if (!words.isEmpty()) {
      lines.add("  " + title + ": " + String.join(", ", words));
    }
  }

  private void section(String title, String text, Provenance provenance) {
    String heading = "  " + title + ":";
    if (lines.lastIndexOf(heading) < 0) {
      lines.add(heading);
    }
    add("  " + text, provenance);
  }

  private void add(String text, Provenance provenance) {
    lines.add(
        (provenance.confirmed() ? "   " : " ? ")
            + text
            + "  ["
            + provenance.source()
            + ", "
            + provenance.year()
            + "]");
  }

  private static String advice(RecommendedAct advice) {
    return lower(advice.verb())
        + " "
        + advice.what()
        + advice.alternative().map(a -> "; instead: " + a).orElse("")
        + advice.test().map(t -> "; test: " + t).orElse("")
        + (advice.withinDays().isPresent() ? due(advice.withinDays().getAsInt()) : "");
  }

  private static String due(int days) {
    return days == 0 ? " today" : " within " + days + (days == 1 ? " day" : " days");
  }

  private static String range(RatioRange range) {
    return Figures.plain(range.value())
        + " ("
        + Figures.plain(range.low())
        + "-"
        + Figures.plain(range.high())
        + ")";
  }

  private static String number(String before, OptionalDouble value, String after) {
    return value.isPresent() ? before + Figures.plain(value.getAsDouble()) + after : "";
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
