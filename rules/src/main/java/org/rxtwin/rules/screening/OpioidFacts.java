package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.OpioidFactor;
import org.rxtwin.knowledge.OpioidLimit;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.OpioidLoad;
import org.rxtwin.rules.screening.fact.OpioidPast;
import org.rxtwin.rules.screening.fact.OpioidPatient;
import org.rxtwin.rules.screening.fact.ScreeningFact;
import org.rxtwin.rules.screening.fact.TolerantOnlyFact;
import org.rxtwin.rules.screening.fact.Uncounted;
import org.rxtwin.rules.screening.fact.UncountedOpioid;

/** All opioids of a chart in oral morphine equivalents, beside the limits of the place. */
final class OpioidFacts {
  /** So many drugs are named in a title. */
  private static final int NAMED = 2;

  private final Scene scene;
  private final List<MorphineEquivalent> running;
  private final OpioidHistory history;
  private final Sedation sedation;

  private OpioidFacts(Scene scene) {
    this.scene = scene;
    List<MorphineEquivalent> all = all(scene);
    running = all.stream().filter(each -> each.order().runsAt(scene.at())).toList();
    history = new OpioidHistory(scene, all);
    sedation = new Sedation(scene, running);
  }

  private static List<MorphineEquivalent> all(Scene scene) {
    List<MorphineEquivalent> all = new ArrayList<>();
    for (ReadOrder order : scene.orders()) {
      List<MorphineEquivalent> own =
          order.ingredients().stream()
              .filter(each -> isOpioid(scene, each))
              .map(each -> MorphineEquivalent.of(scene, order, each))
              .toList();
      all.addAll(order.doubt().isEmpty() ? own : worst(own));
    }
    return all;
  }

  /** Of the drugs that a doubtful name may mean the one that counts most (rule 12). */
  private static List<MorphineEquivalent> worst(List<MorphineEquivalent> candidates) {
    return candidates.stream()
        .max(
            Comparator.comparing(MorphineEquivalent::forTolerantOnly)
                .thenComparing(each -> each.mme().orElse(0.0)))
        .stream()
        .toList();
  }

  private static boolean isOpioid(Scene scene, String ingredient) {
    return !scene.knowledge().opioids().listFactors(ingredient).isEmpty();
  }

  static List<ScreeningFact> of(Scene scene) {
    OpioidFacts make = new OpioidFacts(scene);
    List<ScreeningFact> facts = new ArrayList<>();
    if (make.running.isEmpty()) {
      return facts;
    }
    facts.addAll(make.loads());
    for (MorphineEquivalent each : make.running) {
      each.why().ifPresent(why -> facts.add(make.uncounted(each, why)));
      make.tolerantOnly(each).ifPresent(facts::add);
    }
    return facts;
  }

  /** Every limit that is kept, and of those that are broken the worst. */
  private List<OpioidLoad> loads() {
    List<MorphineEquivalent> list = MorphineEquivalent.fullestList(running);
    List<OpioidLoad> all =
        scene
            .knowledge()
            .opioids()
            .listLimits(scene.jurisdiction(), sedation.population(history.naive()))
            .stream()
            .map(each -> load(list, each))
            .toList();
    Optional<OpioidLoad> worst =
        all.stream()
            .filter(OpioidFacts::broken)
            .min(
                Comparator.comparing(OpioidLoad::tier)
                    .thenComparing(each -> -each.sum() / each.limit()));
    return all.stream()
        .filter(each -> !broken(each) || worst.filter(each::equals).isPresent())
        .toList();
  }

  private static boolean broken(OpioidLoad load) {
    return load.sum() >= load.limit();
  }

  private OpioidLoad load(List<MorphineEquivalent> list, OpioidLimit limit) {
    boolean scheduled = limit.counts() == OpioidLimit.Counts.SCHEDULED;
    List<MorphineEquivalent> counted =
        list.stream()
            .filter(each -> each.mme().isPresent() && !(scheduled && each.ceiling()))
            .sorted(Comparator.comparingDouble(each -> -each.mme().orElse(0.0)))
            .toList();
    return new OpioidLoad(
        OpioidPatient.valueOf(limit.population().name()),
        MorphineEquivalent.sum(counted),
        limit.fromMme(),
        said(counted),
        sedation.said(),
        limit.tier(),
        grounds(list, counted, limit));
  }

  private String said(List<MorphineEquivalent> counted) {
    String parts = counted.stream().limit(NAMED).map(this::part).collect(Collectors.joining(" + "));
    return counted.size() > NAMED ? parts + " + more" : parts;
  }

  private String part(MorphineEquivalent each) {
    return scene.name(each.ingredient())
        + " "
        + Figures.rounded(each.mme().orElse(0.0), 1)
        + (each.ceiling() ? " PRN" : "");
  }

  private Grounds grounds(
      List<MorphineEquivalent> list, List<MorphineEquivalent> counted, OpioidLimit limit) {
    List<Reason> reasons = new ArrayList<>();
    counted.forEach(each -> reasons.add(reason(each)));
    list.stream()
        .filter(each -> each.mme().isEmpty())
        .forEach(each -> reasons.add(Reason.of("not-counted", uncountedText(each))));
    reasons.addAll(sedation.reasons());
    reasons.add(
        Reason.of(
            "history",
            history.naive()
                ? "no opioid for a full week is known, none on the home list"
                : "opioids were there in the 7 days before or are on the home list"));
    String counts =
        limit.counts() == OpioidLimit.Counts.SCHEDULED ? "scheduled doses" : "all it allows";
    reasons.add(
        Reason.of(
            "knowledge",
            "limit of "
                + limit.jurisdiction()
                + ": "
                + Figures.plain(limit.fromMme())
                + " mg of oral morphine equivalents a day, "
                + counts));
    return new Grounds(
        OwnKind.OPIOID,
        Stream.concat(
                list.stream().map(MorphineEquivalent::ingredient), sedation.ingredients().stream())
            .toList(),
        Stream.concat(
                list.stream().map(each -> each.order().order().orderId()),
                sedation.orderIds().stream())
            .toList(),
        limit.severity(),
        reasons,
        Wording.advice(limit.advice()),
        Stream.concat(
                Stream.of(Wording.evidence(limit.provenance())),
                counted.stream()
                    .flatMap(each -> each.factor().stream())
                    .map(each -> Wording.evidence(each.provenance())))
            .distinct()
            .toList(),
        false,
        Optional.empty());
  }

  private Reason reason(MorphineEquivalent each) {
    String mme = Figures.rounded(each.mme().orElse(0.0), 1);
    OpioidFactor factor = each.factor().orElseThrow();
    String per = factor.basis() == OpioidFactor.Basis.MCG_PER_HOUR ? "mcg/h" : "mg";
    return new Reason(
        "opioid",
        scene.name(each.ingredient())
            + (each.ceiling() ? ", at most: " : ", scheduled: ")
            + mme
            + " mg of oral morphine a day, "
            + Figures.plain(factor.factor().orElseThrow())
            + " for each "
            + per
            + each.assumed(),
        mme,
        "mg/d",
        Optional.of(each.order().started()),
        each.order().state().messageId());
  }

  private String uncountedText(MorphineEquivalent each) {
    String name = scene.name(each.ingredient());
    return name
        + " is not in the sum: "
        + switch (each.why().orElseThrow()) {
          case DOSE -> "its dose could not be read";
          case AMOUNT -> "its dose is not told in milligrams of it";
          case INTERVAL -> "how often at most is not told";
          case FACTOR ->
              each.factor().flatMap(OpioidFactor::note).orElse("no factor is known for this route");
        };
  }

  private UncountedOpioid uncounted(MorphineEquivalent each, Uncounted why) {
    String name = scene.name(each.ingredient());
    boolean continuous = each.order().order().timing().kind() == Timing.Kind.CONTINUOUS;
    Uncounted said = continuous && why == Uncounted.INTERVAL ? Uncounted.FACTOR : why;
    return new UncountedOpioid(
        name,
        said,
        uncountedText(each),
        new Grounds(
            OwnKind.OPIOID,
            List.of(each.ingredient()),
            List.of(each.order().order().orderId()),
            Severity.MODERATE,
            List.of(Reason.of("not-counted", uncountedText(each))),
            Advice.of(
                "Ask the prescriber today for the milligrams of a dose of "
                    + name
                    + " and the shortest hours between two; morphine equivalents were calculated"
                    + " without it."),
            List.of(),
            false,
            Optional.empty()));
  }

  private Optional<TolerantOnlyFact> tolerantOnly(MorphineEquivalent each) {
    if (!each.forTolerantOnly() || history.continues(each)) {
      return Optional.empty();
    }
    double needed = each.factor().orElseThrow().tolerantFromMme().orElseThrow();
    double had = history.regular();
    OpioidPast past =
        history.naive()
            ? OpioidPast.NONE
            : had < needed ? OpioidPast.TOO_LITTLE : OpioidPast.ENOUGH;
    return Optional.of(
        new TolerantOnlyFact(form(each), past, had, needed, tolerantGrounds(each, needed)));
  }

  /** The drug with what makes it dangerous: "fentanyl patch", "oromucosal fentanyl". */
  private String form(MorphineEquivalent each) {
    String name = scene.name(each.ingredient());
    RouteGroup route = each.factor().map(OpioidFactor::route).orElse(each.order().route());
    return route == RouteGroup.TRANSDERMAL
        ? name + " patch"
        : route.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  private Grounds tolerantGrounds(MorphineEquivalent each, double needed) {
    List<Reason> reasons = new ArrayList<>();
    each.mme().ifPresent(mme -> reasons.add(reason(each)));
    reasons.add(
        Reason.of(
            "knowledge",
            "label: only after a week of at least "
                + Figures.plain(needed)
                + " mg of oral morphine equivalents every day"));
    return new Grounds(
        OwnKind.OPIOID,
        List.of(each.ingredient()),
        List.of(each.order().order().orderId()),
        Severity.CONTRAINDICATED,
        reasons,
        new Advice(
            "Stop this "
                + form(each)
                + " before it is given, take a patch off that is on; give short-acting doses as"
                + " needed instead; alternative: morphine. Measure respiratory rate today.",
            Optional.of("respiratory rate"),
            Optional.of(12.0),
            Optional.of("morphine")),
        each.factor().map(row -> Wording.evidence(row.provenance())).stream().toList(),
        false,
        Optional.empty());
  }
}
