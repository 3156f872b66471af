package org.rxtwin.knowledge.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.knowledge.EnzymeRole;
import org.rxtwin.knowledge.EnzymeRole.Role;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.RatioRange;

/**
 * Exposure ratio of a drug: {@code AUC ratio = 1 / (sum of fm x activity + what no known pathway
 * carries)}.
 *
 * <p>The interval takes each figure to both ends of its own interval, adds the changes of the
 * logarithm in quadrature, and adds 25 % for what a static sum leaves out (gut wall, time course,
 * other patients). An inhibitor acts on what the gene leaves: little in a poor metaboliser.
 */
public final class ExposureRatio {
  private static final String RENAL = "RENAL";
  private static final double SOUND_CLEARANCE = 100;
  private static final double LEAST_KIDNEY = 0.05;
  private static final double LEAST_CLEARANCE = 0.005;
  private static final double LEFT_OUT = StrictMath.log(1.25);

  private final Knowledge knowledge;

  private ExposureRatio(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The arithmetic over one knowledge. */
  public static ExposureRatio over(Knowledge knowledge) {
    return new ExposureRatio(knowledge);
  }

  /** The ratio for a question, or why there is none. */
  public ExposureAnswer of(ExposureQuestion question) {
    if (knowledge.drugs().findIngredient(question.substrate()).isEmpty()) {
      return new ExposureAnswer.CannotTell("the drug is not known");
    }
    for (Perpetrator one : question.perpetrators()) {
      if (knowledge.drugs().findIngredient(one.ingredient()).isEmpty()) {
        return new ExposureAnswer.CannotTell("a perpetrator is not known: " + one.ingredient());
      }
    }
    List<EnzymeRole> used = new ArrayList<>();
    List<Pathway> pathways = pathways(question, used);
    if (pathways.isEmpty()) {
      return new ExposureAnswer.CannotTell("no pathway of " + question.substrate() + " is known");
    }
    boolean confirmed = used.stream().allMatch(r -> r.provenance().confirmed());
    return estimate(pathways, idle(question, pathways), confirmed);
  }

  private List<Pathway> pathways(ExposureQuestion question, List<EnzymeRole> used) {
    List<Pathway> pathways = new ArrayList<>();
    for (EnzymeRole role : knowledge.interactions().listRoles(question.substrate())) {
      if (role.role().perpetrator()) {
        continue;
      }
      used.add(role);
      List<Factor> factors = new ArrayList<>();
      factors.add(new Factor(role.enzyme(), "share", Factor.Kind.SHARE, role.figure()));
      gene(question, role.enzyme()).ifPresent(factors::add);
      kidney(question, role.enzyme()).ifPresent(factors::add);
      for (Perpetrator one : question.perpetrators()) {
        acting(one, question.substrate(), role.enzyme())
            .ifPresent(
                r -> {
                  used.add(r);
                  factors.add(factor(r));
                });
      }
      pathways.add(new Pathway(role.enzyme(), role.role() == Role.ACTIVATED, List.copyOf(factors)));
    }
    return pathways;
  }

  private static Factor factor(EnzymeRole role) {
    Factor.Kind kind =
        role.role() == Role.INHIBITOR ? Factor.Kind.INHIBITION : Factor.Kind.INDUCTION;
    return new Factor(role.enzyme(), role.ingredient(), kind, role.figure());
  }

  private static Optional<Factor> gene(ExposureQuestion question, String enzyme) {
    return question.genes().stream()
        .filter(g -> g.gene().equals(enzyme))
        .findFirst()
        .map(g -> new Factor(enzyme, label(g), Factor.Kind.GENE, GeneActivity.of(g)));
  }

  private static String label(GenePhenotype gene) {
    return gene.gene() + " " + gene.diplotype() + ", " + gene.phenotype();
  }

  private static Optional<Factor> kidney(ExposureQuestion question, String enzyme) {
    if (!enzyme.equals(RENAL) || question.creatinineClearance().isEmpty()) {
      return Optional.empty();
    }
    double share = question.creatinineClearance().getAsDouble() / SOUND_CLEARANCE;
    double left = Math.min(1, Math.max(LEAST_KIDNEY, share));
    return left == 1
        ? Optional.empty()
        : Optional.of(
            new Factor(
                enzyme,
                "creatinine clearance",
                Factor.Kind.KIDNEY,
                new RatioRange(left, 0.85 * left, 1.15 * left)));
  }

  /**
   * What one perpetrator does to one enzyme at its dose; of two rows the one that begins at the
   * higher dose.
   */
  private Optional<EnzymeRole> acting(Perpetrator one, String substrate, String enzyme) {
    if (one.ingredient().equals(substrate)) {
      return Optional.empty();
    }
    return knowledge.interactions().listRoles(one.ingredient()).stream()
        .filter(r -> r.role().perpetrator() && r.enzyme().equals(enzyme))
        .filter(
            r ->
                one.dailyMg().isEmpty()
                    || r.aboveDailyMg().orElse(0) <= one.dailyMg().getAsDouble())
        .max(java.util.Comparator.comparingDouble(r -> r.aboveDailyMg().orElse(0)));
  }

  /**
   * Perpetrators that no known pathway of the drug feels: not known is not harmless, so the
   * interval stays open.
   */
  private static List<String> idle(ExposureQuestion question, List<Pathway> pathways) {
    return question.perpetrators().stream()
        .map(Perpetrator::ingredient)
        .filter(p -> !p.equals(question.substrate()))
        .filter(p -> pathways.stream().noneMatch(w -> w.feels(p)))
        .distinct()
        .toList();
  }

  private static ExposureAnswer estimate(
      List<Pathway> pathways, List<String> idle, boolean confirmed) {
    boolean prodrug = pathways.stream().anyMatch(Pathway::activates);
    List<String> basis = new ArrayList<>(pathways.stream().map(Pathway::basis).toList());
    idle.forEach(p -> basis.add(p + ": no effect on these pathways is known"));
    boolean changed = !idle.isEmpty() || pathways.stream().anyMatch(Pathway::changed);
    RatioRange auc = ranged(pathways, changed, r -> parent(pathways, r));
    Optional<RatioRange> active =
        prodrug
            ? Optional.of(ranged(pathways, changed, r -> Math.max(1e-3, active(pathways, r))))
            : Optional.empty();
    return new ExposureAnswer.Estimate(auc, active, basis, confirmed);
  }

  /** A ratio as a function of where in its interval each figure stands. */
  private interface RatioAt {
    double at(Pathway.Reading reading);
  }

  private static RatioRange ranged(List<Pathway> pathways, boolean changed, RatioAt ratio) {
    double middle = ratio.at(f -> f.range().value());
    if (!changed) {
      return new RatioRange(middle, middle, middle);
    }
    double up = LEFT_OUT * LEFT_OUT;
    double down = up;
    for (Pathway pathway : pathways) {
      for (Factor moved : pathway.factors()) {
        double one =
            log(ratio.at(f -> f.equals(moved) ? f.range().low() : f.range().value()), middle);
        double two =
            log(ratio.at(f -> f.equals(moved) ? f.range().high() : f.range().value()), middle);
        up += square(Math.max(0, Math.max(one, two)));
        down += square(Math.min(0, Math.min(one, two)));
      }
    }
    return new RatioRange(
        middle,
        middle * StrictMath.exp(-StrictMath.sqrt(down)),
        middle * StrictMath.exp(StrictMath.sqrt(up)));
  }

  private static double log(double ratio, double middle) {
    return StrictMath.log(ratio / middle);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double parent(List<Pathway> pathways, Pathway.Reading reading) {
    double shares = 0;
    double left = 0;
    for (Pathway pathway : pathways) {
      shares += pathway.share(reading);
      left += pathway.share(reading) * pathway.activity(reading);
    }
    double other = Math.max(0, 1 - shares);
    return (shares + other) / Math.max(LEAST_CLEARANCE, left + other);
  }

  /**
   * The active substance is made in proportion to the activating pathway's activity and the
   * parent's exposure.
   */
  private static double active(List<Pathway> pathways, Pathway.Reading reading) {
    double share = 0;
    double made = 0;
    for (Pathway pathway : pathways) {
      if (pathway.activates()) {
        share += pathway.share(reading);
        made += pathway.share(reading) * pathway.activity(reading);
      }
    }
    return made / share * parent(pathways, reading);
  }
}
