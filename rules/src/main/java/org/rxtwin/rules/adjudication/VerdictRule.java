package org.rxtwin.rules.adjudication;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What a verdict may do to a finding (rule 1). It lowers only from INTERRUPT to QUEUE, and only
 * where the harm is the exposure that a confirmed model has computed with every cause in it. It
 * raises only from QUEUE to INTERRUPT, where too much is expected and a dose is due within a day.
 * What is LOG stays LOG: in a stable patient the gene is in the measured state already.
 */
final class VerdictRule {
  private static final Duration SOON = Duration.ofHours(24);
  private static final Set<FindingKind> EXPOSURE_KINDS =
      EnumSet.of(
          FindingKind.INTERACTION,
          FindingKind.DOSE_RANGE,
          FindingKind.RENAL_DOSE,
          FindingKind.HEPATIC_DOSE,
          FindingKind.PHARMACOGENOMIC);

  private VerdictRule() {}

  static Judged judge(Finding finding, Evaluation evaluation) {
    Optional<DoseVerdict> verdict = finding.questionKey().flatMap(evaluation::findVerdict);
    Optional<DoseQuestion> question = finding.questionKey().flatMap(evaluation::findQuestion);
    if (verdict.isEmpty() || question.isEmpty()) {
      return Judged.asFound(finding);
    }
    if (verdict.get() instanceof DoseVerdict.Safe safe) {
      return finding.tier() == Tier.INTERRUPT
          ? lowered(finding, safe, question.get())
          : Judged.asFound(finding);
    }
    return finding.tier() == Tier.QUEUE && urgent(verdict.get(), question.get())
        ? new Judged(finding, Tier.INTERRUPT, Optional.of("Raised to INTERRUPT by the twin."))
        : Judged.asFound(finding);
  }

  private static Judged lowered(Finding finding, DoseVerdict.Safe safe, DoseQuestion question) {
    return objection(finding, safe, question)
        .map(
            why ->
                new Judged(
                    finding,
                    finding.tier(),
                    Optional.of("The twin's \"safe\" lowers nothing: " + why + ".")))
        .orElseGet(
            () ->
                new Judged(
                    finding,
                    Tier.QUEUE,
                    Optional.of("Lowered from INTERRUPT to QUEUE by the twin (confirmed model).")));
  }

  private static Optional<String> objection(
      Finding finding, DoseVerdict.Safe safe, DoseQuestion question) {
    if (finding.kind() == FindingKind.DRUG_LAB) {
      return Optional.of("a measured value speaks against it");
    }
    if (!finding.harmIsExposure() || !EXPOSURE_KINDS.contains(finding.kind()) || hla(finding)) {
      return Optional.of("the harm is not the exposure it computed");
    }
    if (finding.severity() == Severity.CONTRAINDICATED) {
      return Optional.of("what is contraindicated stays so");
    }
    if (!safe.computed().confirmed()) {
      return Optional.of("model or target is unconfirmed, or the patient is outside its domain");
    }
    if (question.current().isEmpty() || question.incomplete().isPresent()) {
      return Optional.of("the doses are not known in full");
    }
    if (question.perpetrators().stream().anyMatch(each -> !each.confirmed())) {
      return Optional.of("the size of an interaction it computed with is unconfirmed");
    }
    return unmodelled(finding.ingredients(), question).stream()
        .findFirst()
        .map(cause -> "the effect of " + cause + " is not in the model");
  }

  /** Drugs of a finding which the twin did not compute with. */
  static List<String> unmodelled(List<String> ingredients, DoseQuestion question) {
    return ingredients.stream()
        .filter(each -> !each.equals(question.drug()))
        .filter(
            each -> question.perpetrators().stream().noneMatch(p -> p.ingredient().equals(each)))
        .toList();
  }

  private static boolean hla(Finding finding) {
    return finding.kind() == FindingKind.PHARMACOGENOMIC
        && finding.reasons().stream().anyMatch(reason -> reason.text().contains("HLA"));
  }

  static boolean urgent(DoseVerdict verdict, DoseQuestion question) {
    if (!(verdict instanceof DoseVerdict.Adjust || verdict instanceof DoseVerdict.Unsafe)) {
      return false;
    }
    boolean tooMuch =
        verdict
            .run()
            .flatMap(DoseVerdict.TwinRun::current)
            .map(outlook -> outlook.pToxic() >= outlook.pLow())
            .orElse(true);
    return tooMuch && dueSoon(question);
  }

  /** A next dose within a day, or at a time that is not known (rule 15). */
  private static boolean dueSoon(DoseQuestion question) {
    return NextDose.of(question).map(next -> !next.isAfter(question.at().plus(SOON))).orElse(true);
  }
}
