package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.ConditionState;
import org.rxtwin.chart.GenotypeState;

/**
 * Whose genes a report tells after a transplant (rule 14). A new liver works with the donor's
 * genes, blood keeps the recipient's; after a transplant of another's stem cells blood tells the
 * donor's, the liver keeps the recipient's.
 */
final class Transplants {
  /** ICD-10-CM: transplanted liver, its complications. */
  private static final List<String> LIVER = List.of("Z944", "T864");

  /** ICD-10-CM: transplanted bone marrow or stem cells, their complications. */
  private static final List<String> STEM_CELLS = List.of("Z9481", "Z9484", "T860", "T865");

  private static final Pattern LIVER_WORDS =
      Pattern.compile("liver transplant|transplant(ed|ation)?( of)?( the)? liver");
  private static final Pattern STEM_CELL_WORDS =
      Pattern.compile(
          "(stem[- ]cells?|bone marrow)( status)? transplant|allo[- ]?(hs?ct|sct|geneic)"
              + "|transplant(ed|ation)?( of)? (bone marrow|stem cell)");

  /** What works in the liver; the others work in blood cells or everywhere. */
  private static final Set<String> HEPATIC =
      Set.copyOf(
          new TreeSet<>(
              List.of(
                  "CYP1A2", "CYP2B6", "CYP2C19", "CYP2C9", "CYP2D6", "CYP3A4", "CYP3A5", "CYP4F2",
                  "DPYD", "NAT2", "SLCO1B1", "UGT1A1", "VKORC1")));

  private final List<Condition> livers;
  private final List<Condition> stemCells;

  private Transplants(List<Condition> livers, List<Condition> stemCells) {
    this.livers = livers;
    this.stemCells = stemCells;
  }

  static Transplants of(Chart chart) {
    List<Condition> all =
        Stream.concat(chart.conditions().stream(), chart.procedures().stream())
            .map(ConditionState::condition)
            .toList();
    return new Transplants(
        all.stream().filter(each -> told(each, LIVER, LIVER_WORDS)).toList(),
        all.stream()
            .filter(each -> told(each, STEM_CELLS, STEM_CELL_WORDS) && !own(each))
            .toList());
  }

  /** Why a report may tell another person's gene than the one at work; empty where it does not. */
  Optional<String> doubt(GenotypeState report) {
    boolean hepatic = HEPATIC.contains(report.genotype().gene());
    if (hepatic && !livers.isEmpty()) {
      return Optional.of("the liver is transplanted, blood tells the recipient's gene");
    }
    Optional<Instant> sampled = report.genotype().sampledAt().map(ClinicalTime::instant);
    boolean before =
        hepatic
            && sampled.isPresent()
            && stemCells.stream().allMatch(each -> isBefore(sampled.get(), each));
    return stemCells.isEmpty() || before
        ? Optional.empty()
        : Optional.of("stem cells are transplanted, blood tells the donor's gene");
  }

  private static boolean isBefore(Instant sampled, Condition transplant) {
    return transplant.since().map(since -> sampled.isBefore(since.instant())).orElse(false);
  }

  private static boolean told(Condition condition, List<String> codes, Pattern words) {
    return condition.active()
        && (condition.codes().stream()
                .map(each -> each.code().replace(".", "").toUpperCase(Locale.ROOT))
                .anyMatch(code -> codes.stream().anyMatch(code::startsWith))
            || words.matcher(words(condition)).find());
  }

  /** The patient's own cells given back change no gene. */
  private static boolean own(Condition condition) {
    return words(condition).contains("autologous");
  }

  private static String words(Condition condition) {
    return condition.codes().stream()
        .map(Coding::text)
        .collect(Collectors.joining("; "))
        .toLowerCase(Locale.ROOT);
  }
}
