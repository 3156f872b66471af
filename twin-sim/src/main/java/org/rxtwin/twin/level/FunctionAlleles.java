package org.rxtwin.twin.level;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many alleles of a diplotype have normal function, for genes that models ask for. Functions
 * are those of CPIC's allele tables; an allele whose function is not known gives no number.
 */
final class FunctionAlleles {
  private static final Pattern STARS = Pattern.compile("\\*(\\d+)[^/]*/\\s*\\*(\\d+)[^/]*");
  private static final Map<String, List<String>> NORMAL =
      Map.of("CYP3A5", List.of("1"), "CYP3A4", List.of("1"));
  private static final Map<String, List<String>> LESS =
      Map.of("CYP3A5", List.of("3", "6", "7"), "CYP3A4", List.of("6", "8", "20", "22", "26"));

  private FunctionAlleles() {}

  /** Number of alleles with normal function; empty where it is not known. */
  static OptionalDouble count(String gene, String result) {
    Matcher stars = STARS.matcher(result.strip());
    if (stars.matches()) {
      double sum = 0;
      for (int i = 1; i <= 2; i++) {
        if (NORMAL.getOrDefault(gene, List.of()).contains(stars.group(i))) {
          sum++;
        } else if (!LESS.getOrDefault(gene, List.of()).contains(stars.group(i))) {
          return OptionalDouble.empty();
        }
      }
      return OptionalDouble.of(sum);
    }
    return phenotype(result.toLowerCase(Locale.ROOT));
  }

  private static OptionalDouble phenotype(String words) {
    if (words.contains("poor")) {
      return OptionalDouble.of(0);
    }
    if (words.contains("intermediate")) {
      return OptionalDouble.of(1);
    }
    return words.contains("normal") ? OptionalDouble.of(2) : OptionalDouble.empty();
  }
}
