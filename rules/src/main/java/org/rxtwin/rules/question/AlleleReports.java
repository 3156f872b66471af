package org.rxtwin.rules.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reports of one gene say together: diplotypes, or single alleles of an HLA gene. */
final class AlleleReports {
  private static final Pattern STATUS = Pattern.compile("(\\*[0-9:]+) (positive|negative)");

  private final List<String> texts;

  /**
   * Reports of one gene.
   *
   * @param texts as reported, oldest first
   */
  AlleleReports(List<String> texts) {
    this.texts = texts.stream().map(String::strip).distinct().toList();
  }

  /** Whether two of them cannot both be true. */
  boolean disagree() {
    List<String> pairs = texts.stream().filter(each -> !isStatus(each)).toList();
    if (pairs.stream().map(AlleleReports::normal).distinct().count() > 1) {
      return true;
    }
    List<String> statuses = texts.stream().filter(AlleleReports::isStatus).toList();
    return statuses.stream()
        .anyMatch(
            each ->
                statuses.contains(contrary(each))
                    || pairs.stream().anyMatch(pair -> denies(pair, each)));
  }

  /** The last diplotype; of single alleles all that was told, joined by semicolons. */
  String together() {
    return texts.stream().anyMatch(AlleleReports::isStatus)
        ? String.join("; ", texts)
        : texts.get(texts.size() - 1);
  }

  private static boolean isStatus(String text) {
    return STATUS.matcher(text).matches();
  }

  private static String contrary(String status) {
    return status.endsWith("positive")
        ? status.replace("positive", "negative")
        : status.replace("negative", "positive");
  }

  private static boolean denies(String pair, String status) {
    Matcher read = STATUS.matcher(status);
    if (!read.matches()) {
      return false;
    }
    boolean carried =
        Stream.of(pair.split("/", -1))
            .map(String::strip)
            .anyMatch(each -> each.equals(read.group(1)) || each.startsWith(read.group(1) + ":"));
    return carried != read.group(2).equals("positive");
  }

  private static String normal(String diplotype) {
    return Stream.of(diplotype.strip().split("/", -1))
        .map(String::strip)
        .sorted()
        .collect(Collectors.joining("/"));
  }
}
