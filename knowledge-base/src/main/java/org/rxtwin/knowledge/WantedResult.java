package org.rxtwin.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The results of one gene that a recommendation is written for: a phenotype, an allele status, a
 * range of activity scores ({@code AS 0.25-1}, {@code AS >=1}), {@code Indeterminate}, {@code No
 * Result}; several joined by {@code |}, the contrary with {@code not}, {@code any} for all.
 */
final class WantedResult {
  private static final Pattern SCORES =
      Pattern.compile("AS (>=?)?([0-9]+(?:\\.[0-9]+)?)(?:-([0-9]+(?:\\.[0-9]+)?))?");
  private static final String NO_RESULT = "No Result";
  private static final double STEP = 0.25;

  private WantedResult() {}

  /** Whether the text is one that can be read. */
  static boolean readable(String wanted) {
    return Arrays.stream(wanted.split("\\|", -1))
        .noneMatch(
            each -> each.isBlank() || (each.startsWith("AS ") && !SCORES.matcher(each).matches()));
  }

  static boolean answers(String wanted, Optional<GenePhenotype> result) {
    if (wanted.equals("any")) {
      return true;
    }
    return wanted.startsWith("not ")
        ? !answers(wanted.substring(4), result)
        : Arrays.stream(wanted.split("\\|")).anyMatch(each -> answersOne(each, result));
  }

  /** A result of several alleles with only those that are wanted. */
  static GenePhenotype narrowed(String wanted, GenePhenotype result) {
    List<String> told =
        Arrays.stream(result.phenotype().split("; "))
            .filter(each -> List.of(wanted.split("\\|")).contains(each))
            .toList();
    return told.isEmpty() || !result.phenotype().contains("; ")
        ? result
        : new GenePhenotype(
            result.gene(),
            result.diplotype(),
            String.join("; ", told),
            result.activityScore(),
            result.reason());
  }

  private static boolean answersOne(String wanted, Optional<GenePhenotype> result) {
    Matcher scores = SCORES.matcher(wanted);
    if (scores.matches()) {
      return result.filter(GenePhenotype::determined).map(r -> within(scores, r)).orElse(false);
    }
    return result
        .map(r -> Arrays.asList(r.phenotype().split("; ")).stream())
        .map(told -> told.map(WantedResult::sure).anyMatch(wanted::equals))
        .orElse(wanted.equals(NO_RESULT));
  }

  /** CPIC gives the same advice for a likely or possible phenotype as for the phenotype. */
  private static String sure(String phenotype) {
    return phenotype.replace("Likely ", "").replace("Possible ", "");
  }

  private static boolean within(Matcher scores, GenePhenotype result) {
    ActivityScore.Band wanted = wanted(scores);
    if (result.activityScore().isPresent()) {
      double score = onGrid(result.activityScore().getAsDouble());
      return wanted.low() <= score && score <= wanted.high();
    }
    return ActivityScore.band(result.gene(), result.phenotype())
        .filter(band -> band.low() <= wanted.high() && wanted.low() <= band.high())
        .isPresent();
  }

  private static ActivityScore.Band wanted(Matcher scores) {
    double low = Double.parseDouble(scores.group(2));
    if (scores.group(1) != null) {
      boolean above = scores.group(1).equals(">");
      return new ActivityScore.Band(above ? low + STEP : low, Double.POSITIVE_INFINITY);
    }
    return new ActivityScore.Band(
        low, scores.group(3) == null ? low : Double.parseDouble(scores.group(3)));
  }

  /** Tables go by quarters; halved by an inhibitor a score can lie between two of them. */
  private static double onGrid(double score) {
    return score > 0 && score < STEP ? STEP : Math.floor(score / STEP) * STEP;
  }
}
