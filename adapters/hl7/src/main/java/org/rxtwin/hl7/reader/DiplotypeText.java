package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what laboratories write for a genotype or a phenotype. Two answers are none. */
final class DiplotypeText {
  private static final String ALLELE =
      "\\*\\d{1,3}[A-Wa-w]?(?:[.:]\\d{1,3})*(?:[xX×](?:\\d{1,2}|N|(?:>=|≥)\\d))?";

  /** Nothing of a longer name may be cut off: *1x?, *36+*10, three alleles. */
  private static final Pattern STARS =
      Pattern.compile(
          "(?<![+/\\w])(?<![+/] )("
              + ALLELE
              + ")\\s*/\\s*("
              + ALLELE
              + ")(?!\\w|[>=≥×]|[.:]\\d|\\s*[/+])");

  private static final String DPYD_ALLELE =
      "(reference|wild[- ]?type|hapb3|\\*\\d{1,2}[ab]?"
          + "|c\\.[0-9_+-]+(?:[acgt]>[acgt]|del[acgt]*))(?:\\s*\\([^)]*\\))?";
  private static final Pattern DPYD =
      Pattern.compile("(?i)(?<!/)(?<!/ )" + DPYD_ALLELE + "\\s*/\\s*" + DPYD_ALLELE + "(?!\\s*/)");
  private static final Pattern SCORE =
      Pattern.compile("(?i)activity score[^0-9]{0,5}([0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern ONE_ALLELE = Pattern.compile("\\*\\d{2,3}:\\d{2,3}");
  private static final Pattern NEGATIVE =
      Pattern.compile("(?i)^(negative|absent|not detected|not present|none detected)$");
  private static final Pattern POSITIVE = Pattern.compile("(?i)^(positive|present|detected)$");
  private static final Pattern POSITION =
      Pattern.compile("(?i)(c\\.|g\\.)?-1639\\s*(G>A)?|rs9923231");
  private static final Pattern BASES =
      Pattern.compile("[\\s:,;()=]*([ACGTacgt])\\s*[/|]?\\s*([ACGTacgt])[\\s()]*");
  private static final Pattern METABOLIZER =
      Pattern.compile(
          "(?i)(ultra[- ]?rapid|poor|intermediate|normal|extensive|rapid)[ -]metaboli[sz]er");
  private static final Pattern FUNCTION =
      Pattern.compile("(?i)(increased|normal|decreased|poor|possible decreased) function");

  private DiplotypeText() {}

  /** The diplotype, pair of bases or status of one allele that this text tells. */
  static Optional<String> find(String gene, String analyte, String words, Optional<String> allele) {
    String plain = GeneNames.without(words);
    if (gene.equals("VKORC1")) {
      return bases(plain);
    }
    Matcher stars = (gene.equals("DPYD") ? DPYD : STARS).matcher(plain);
    if (stars.find()) {
      String first = stars.group(1) + "/" + stars.group(2);
      return stars.find()
          ? Optional.empty()
          : Optional.of(gene.equals("DPYD") ? first : first.replaceAll("[X×]", "x"));
    }
    return gene.startsWith("HLA-") ? alleleStatus(analyte, plain, allele) : Optional.empty();
  }

  /** The phenotype that this text tells, in CPIC's words, with its activity score if told. */
  static Optional<String> findPhenotype(String words) {
    Matcher score = SCORE.matcher(words);
    Optional<String> told =
        score.find() ? Optional.of("activity score " + score.group(1)) : Optional.empty();
    return named(words)
        .map(name -> told.map(each -> name + ", " + each).orElse(name))
        .or(() -> told);
  }

  private static Optional<String> named(String words) {
    Matcher metabolizer = METABOLIZER.matcher(words);
    if (metabolizer.find()) {
      String first = metabolizer.group(1).toLowerCase(Locale.ROOT);
      return metabolizer.find() ? Optional.empty() : Optional.of(name(first) + " Metabolizer");
    }
    Matcher function = FUNCTION.matcher(words);
    if (function.find()) {
      String first = function.group(1).toLowerCase(Locale.ROOT);
      return function.find() ? Optional.empty() : Optional.of(name(first) + " Function");
    }
    return Optional.empty();
  }

  private static String name(String word) {
    if (word.startsWith("ultra")) {
      return "Ultrarapid";
    }
    return word.equals("extensive")
        ? "Normal"
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /**
   * VKORC1 -1639G>A (rs9923231): A and G on the gene's strand; laboratories that report the other
   * strand write T for A and C for G, and the two cannot be mixed up.
   */
  private static Optional<String> bases(String plain) {
    Matcher bases = BASES.matcher(POSITION.matcher(plain).replaceFirst(" ").strip());
    if (!bases.matches()) {
      return Optional.empty();
    }
    String pair = (bases.group(1) + bases.group(2)).toUpperCase(Locale.ROOT);
    return switch (pair) {
      case "AA", "TT" -> Optional.of("A/A");
      case "AG", "GA", "CT", "TC" -> Optional.of("A/G");
      case "GG", "CC" -> Optional.of("G/G");
      default -> Optional.empty();
    };
  }

  private static Optional<String> alleleStatus(
      String analyte, String plain, Optional<String> allele) {
    Optional<String> asked = allele.or(() -> only(analyte)).or(() -> only(plain));
    String answer = ONE_ALLELE.matcher(plain).replaceAll(" ").replaceAll("[:\\s]+", " ").strip();
    if (POSITIVE.matcher(answer).matches()) {
      return asked.map(each -> each + " positive");
    }
    return NEGATIVE.matcher(answer).matches()
        ? asked.map(each -> each + " negative")
        : Optional.empty();
  }

  private static Optional<String> only(String text) {
    List<String> found =
        ONE_ALLELE.matcher(text).results().map(each -> each.group()).distinct().toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
