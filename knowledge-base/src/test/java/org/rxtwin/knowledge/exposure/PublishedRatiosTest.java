package org.rxtwin.knowledge.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.RatioRange;

/**
 * Published ratios. The first set gave many of the tables' figures, so it shows that the arithmetic
 * fits together and no more; the held-out set comes from studies that no row was reckoned from.
 */
class PublishedRatiosTest {
  private static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  private static final ExposureRatio EXPOSURE = ExposureRatio.over(KNOWLEDGE);

  @Test
  void ratiosThatTheTablesWereReckonedFromAreMet() throws IOException {
    Judged judged = judge("published_ratios.csv");
    assertThat(judged.twofold()).isGreaterThanOrEqualTo(judged.all() * 4 / 5);
    assertThat(judged.inside()).isGreaterThanOrEqualTo(judged.all() * 4 / 5);
  }

  @Test
  void mostRatiosOfStudiesHeldOutAreMetWithinTwofold() throws IOException {
    Judged judged = judge("published_ratios_held_out.csv");
    assertThat(judged.twofold()).isGreaterThanOrEqualTo(judged.all() / 2);
  }

  private record Judged(int all, int twofold, int inside) {}

  private static Judged judge(String file) throws IOException {
    List<CSVRecord> rows = rows(file);
    int twofold = 0;
    int half = 0;
    int inside = 0;
    List<String> far = new ArrayList<>();
    for (CSVRecord row : rows) {
      double observed = Double.parseDouble(row.get("auc_ratio"));
      RatioRange predicted = predicted(row);
      double off = StrictMath.abs(StrictMath.log(predicted.value() / observed));
      twofold += off <= StrictMath.log(2) ? 1 : 0;
      half += off <= StrictMath.log(1.5) ? 1 : 0;
      inside += predicted.low() <= observed && observed <= predicted.high() ? 1 : 0;
      far.add(
          String.format(
              Locale.ROOT,
              "%s+%s %s: observed %.2f, predicted %.2f (%.2f to %.2f)",
              row.get("substrate"),
              row.get("perpetrators"),
              row.get("genotypes"),
              observed,
              predicted.value(),
              predicted.low(),
              predicted.high()));
    }
    System.out.println(
        file
            + ": "
            + twofold
            + " within 2-fold, "
            + half
            + " within 1.5-fold, "
            + inside
            + " inside the interval, of "
            + rows.size()
            + "\n"
            + String.join("\n", far));
    return new Judged(rows.size(), twofold, inside);
  }

  private static RatioRange predicted(CSVRecord row) {
    List<GenePhenotype> genes =
        row.get("genotypes").isEmpty()
            ? List.of()
            : Stream.of(row.get("genotypes").split(";"))
                .map(g -> KNOWLEDGE.genes().phenotype(g.split("=")[0], g.split("=")[1]))
                .toList();
    List<Perpetrator> perpetrators =
        Stream.of(row.get("perpetrators").split(";"))
            .filter(p -> !p.isEmpty())
            .map(Perpetrator::of)
            .toList();
    RatioRange with = ratio(row.get("substrate"), perpetrators, genes);
    if (row.get("against").equals("normal")) {
      return with;
    }
    double alone = ratio(row.get("substrate"), List.of(), genes).value();
    return new RatioRange(with.value() / alone, with.low() / alone, with.high() / alone);
  }

  private static RatioRange ratio(
      String substrate, List<Perpetrator> perpetrators, List<GenePhenotype> genes) {
    ExposureAnswer answer =
        EXPOSURE.of(new ExposureQuestion(substrate, perpetrators, genes, OptionalDouble.empty()));
    return ((ExposureAnswer.Estimate) answer).auc();
  }

  private static List<CSVRecord> rows(String name) throws IOException {
    try (InputStream file =
            PublishedRatiosTest.class.getResourceAsStream("/knowledge-eval/" + name);
        CSVParser parser =
            CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return parser.getRecords();
    }
  }
}
