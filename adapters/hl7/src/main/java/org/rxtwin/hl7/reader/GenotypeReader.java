package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.reader.GeneLine.Role;

/**
 * Finds genotypes among the results of one report. Code, words and the line that names the gene
 * studied must agree; what does not read without doubt stays a result, and it is said.
 */
final class GenotypeReader {
  /**
   * What a report tells.
   *
   * @param genotypes genes
   * @param others results that are not read as genes
   * @param refused reasons why lines that speak of a gene were not read as one
   */
  record Told(List<Genotype> genotypes, List<LabResult> others, List<String> refused) {}

  private static final String SCORE = "activity score";

  private final List<Genotype> genotypes = new ArrayList<>();
  private final List<LabResult> others = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private GenotypeReader() {}

  /** What the results under one OBR tell; the lines carry their sub-ids. */
  static Told read(List<GeneLine> lines) {
    GenotypeReader reader = new GenotypeReader();
    for (int i = 0; i < lines.size(); i++) {
      reader.read(lines, i);
    }
    return new Told(joined(reader.genotypes), reader.others, reader.refused);
  }

  private void read(List<GeneLine> lines, int place) {
    GeneLine line = lines.get(place);
    LabResult result = line.result();
    boolean none = result.status() == Status.NOT_OBTAINED;
    if (none || line.role() == Role.STUDIED || line.role() == Role.OTHER) {
      others.add(result);
      return;
    }
    List<String> genes = genes(lines, place);
    String only = genes.size() == 1 ? genes.get(0) : "";
    String words = GeneNames.words(result);
    Optional<String> diplotype = diplotype(only, line, words);
    Optional<String> phenotype = phenotype(line, words);
    if (diplotype.isEmpty() && phenotype.isEmpty()) {
      diplotype = diplotype(only, line, line.commonWords());
      phenotype = phenotype(line, line.commonWords());
    }
    boolean tells = diplotype.isPresent() || phenotype.isPresent();
    if (!tells && line.role() == Role.NAMED && result.status() != Status.WITHDRAWN) {
      others.add(result);
    } else if (genes.size() == 1 && tells && isFinal(result)) {
      genotypes.add(new Genotype(genes.get(0), diplotype, phenotype, result.sampledAt()));
    } else {
      others.add(result);
      refused.add(reason(genes, tells, result));
    }
  }

  private static Optional<String> diplotype(String gene, GeneLine line, String words) {
    return DiplotypeText.find(gene, analyte(line.result()), words, line.allele());
  }

  private static Optional<String> phenotype(GeneLine line, String words) {
    return DiplotypeText.findPhenotype(scored(analyte(line.result()), words, line.result()));
  }

  /** A bare number under the name of an activity score. */
  private static String scored(String analyte, String words, LabResult result) {
    if (!analyte.toLowerCase(Locale.ROOT).contains("activity score")) {
      return words;
    }
    String number =
        result
            .value()
            .filter(ResultValue.Numeric.class::isInstance)
            .map(value -> Double.toString(((ResultValue.Numeric) value).value()))
            .orElse(words);
    return "activity score " + number;
  }

  private static String reason(List<String> genes, boolean tells, LabResult result) {
    if (result.status() == Status.WITHDRAWN) {
      return "a genotype was withdrawn; check the chart, it keeps what was reported before";
    }
    if (result.preliminary()) {
      return "expected a final genotype; a preliminary one is kept as a result";
    }
    if (genes.size() > 1) {
      return "expected code, words and gene studied to name one gene; they name several";
    }
    return tells
        ? "expected the gene of a genotype; none is named"
        : "expected a diplotype or phenotype that can be read; kept as a result";
  }

  private static boolean isFinal(LabResult result) {
    return result.status() == Status.FINAL || result.status() == Status.CORRECTED;
  }

  /** Genes named by the line, by its value and by the line that names the gene studied. */
  private static List<String> genes(List<GeneLine> lines, int place) {
    GeneLine line = lines.get(place);
    List<String> genes = new ArrayList<>(line.genes());
    add(genes, GeneNames.in(GeneNames.words(line.result())));
    add(genes, GeneNames.in(line.commonWords()));
    if (line.role() == Role.CODED) {
      studied(lines, place).ifPresent(each -> add(genes, each.genes()));
    }
    return genes;
  }

  /** The gene studied under the same sub-id: the only one, else the last before the line. */
  private static Optional<GeneLine> studied(List<GeneLine> lines, int place) {
    GeneLine line = lines.get(place);
    List<GeneLine> same =
        lines.stream()
            .filter(each -> each.role() == Role.STUDIED && each.subId().equals(line.subId()))
            .toList();
    if (same.size() == 1) {
      return Optional.of(same.get(0));
    }
    return lines.subList(0, place).stream().filter(same::contains).reduce((a, b) -> b);
  }

  private static void add(List<String> genes, List<String> more) {
    more.stream().filter(each -> !genes.contains(each)).forEach(genes::add);
  }

  private static String analyte(LabResult result) {
    return String.join(
        " ", result.analyte().stream().map(Coding::text).filter(each -> !each.isEmpty()).toList());
  }

  /** A diplotype and a phenotype of one gene in one report are one fact. */
  private static List<Genotype> joined(List<Genotype> all) {
    List<Genotype> joined = new ArrayList<>();
    for (Genotype each : all) {
      int before = fitting(joined, each);
      if (before < 0) {
        joined.add(each);
      } else {
        Genotype first = joined.get(before);
        joined.set(
            before,
            new Genotype(
                first.gene(),
                first.diplotype().or(each::diplotype),
                phenotype(first.phenotype(), each.phenotype()),
                first.sampledAt()));
      }
    }
    return joined;
  }

  private static int fitting(List<Genotype> joined, Genotype more) {
    for (int i = 0; i < joined.size(); i++) {
      Genotype each = joined.get(i);
      if (each.gene().equals(more.gene())
          && Objects.equals(each.sampledAt(), more.sampledAt())
          && agree(each.diplotype(), more.diplotype())
          && (agree(each.phenotype(), more.phenotype())
              || onlyOneScored(each.phenotype(), more.phenotype()))) {
        return i;
      }
    }
    return -1;
  }

  /** A phenotype and, on a line of its own, its activity score. */
  private static boolean onlyOneScored(Optional<String> one, Optional<String> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().startsWith(SCORE) != other.get().startsWith(SCORE)
        && !(one.get() + other.get()).contains(", " + SCORE);
  }

  private static Optional<String> phenotype(Optional<String> one, Optional<String> other) {
    if (!onlyOneScored(one, other)) {
      return one.or(() -> other);
    }
    return one.get().startsWith(SCORE)
        ? Optional.of(other.get() + ", " + one.get())
        : Optional.of(one.get() + ", " + other.get());
  }

  private static boolean agree(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
