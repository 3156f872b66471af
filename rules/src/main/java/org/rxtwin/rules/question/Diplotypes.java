package org.rxtwin.rules.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.GenotypeState;

/** The diplotypes of a chart. Two reports of one gene that disagree: neither is used (rule 14). */
public final class Diplotypes {
  private final Map<String, List<String>> reported = new TreeMap<>();

  private Diplotypes() {}

  /** What has been reported. */
  public static Diplotypes of(Chart chart) {
    Diplotypes all = new Diplotypes();
    for (GenotypeState state : chart.genotypes()) {
      state
          .genotype()
          .diplotype()
          .ifPresent(
              text ->
                  all.reported
                      .computeIfAbsent(state.genotype().gene(), gene -> new ArrayList<>())
                      .add(text.strip()));
    }
    return all;
  }

  /** Gene to diplotype, for the genes whose reports agree. */
  public Map<String, String> agreed() {
    Map<String, String> agreed = new TreeMap<>();
    reported.forEach(
        (gene, texts) -> {
          if (!disputed(texts)) {
            agreed.put(gene, texts.get(texts.size() - 1));
          }
        });
    return agreed;
  }

  /** Genes whose reports disagree, sorted. */
  public List<String> disputed() {
    return reported.entrySet().stream()
        .filter(each -> disputed(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean disputed(List<String> texts) {
    return texts.stream().map(Diplotypes::normal).distinct().count() > 1;
  }

  private static String normal(String diplotype) {
    return Stream.of(diplotype.strip().split("/", -1))
        .map(String::strip)
        .sorted()
        .collect(Collectors.joining("/"));
  }
}
