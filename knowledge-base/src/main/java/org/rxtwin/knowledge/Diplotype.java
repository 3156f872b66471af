package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads diplotypes as laboratories write them, and never guesses a copy number. */
final class Diplotype {
  private static final Pattern COPIES = Pattern.compile("(\\*[0-9A-Z]+)[xX×]([0-9]+|N|n)");

  private static final Pattern STATUS = Pattern.compile("\\*[0-9:]+ (positive|negative)");
  private static final Pattern TWO_ALLELES = Pattern.compile("\\*[0-9:]+\\s*/\\s*\\*[0-9:]+");

  private Diplotype() {}

  /**
   * The two alleles (one where only one is written), or none with the reasons added to the
   * problems.
   */
  static List<Allele> read(
      String gene,
      String text,
      BiFunction<String, String, Optional<Allele>> find,
      List<String> problems) {
    String bare = text.strip().replace(gene, "").replace("≥", ">=").strip();
    List<String> reasons = new ArrayList<>();
    for (int slash = bare.indexOf('/'); slash > 0; slash = bare.indexOf('/', slash + 1)) {
      Optional<Allele> one = allele(gene, bare.substring(0, slash), find, reasons);
      Optional<Allele> other = allele(gene, bare.substring(slash + 1), find, reasons);
      if (one.isPresent() && other.isPresent()) {
        return List.of(one.get(), other.get());
      }
    }
    List<String> asOne = bare.indexOf('/') > 0 ? new ArrayList<>() : reasons;
    Optional<Allele> single = allele(gene, bare, find, asOne);
    if (single.isPresent()) {
      return List.of(single.get());
    }
    problems.addAll(reasons);
    return List.of();
  }

  private static Optional<Allele> allele(
      String gene,
      String written,
      BiFunction<String, String, Optional<Allele>> find,
      List<String> reasons) {
    String name = listed(gene, position(gene, written.strip()));
    Optional<Allele> exact = find.apply(gene, name);
    if (exact.isPresent()) {
      return exact;
    }
    Matcher copies = COPIES.matcher(name);
    if (copies.matches()) {
      return copied(gene, copies, find, reasons);
    }
    reasons.add("allele " + name + " is not known");
    return Optional.empty();
  }

  private static Optional<Allele> copied(
      String gene,
      Matcher copies,
      BiFunction<String, String, Optional<Allele>> find,
      List<String> reasons) {
    String number = copies.group(2);
    if (number.equalsIgnoreCase("N")) {
      reasons.add("the number of copies is not given: ask for x2 or x>=3");
      return Optional.empty();
    }
    boolean many = number.length() > 1 || number.charAt(0) >= '3';
    Optional<Allele> open =
        many ? find.apply(gene, copies.group(1) + "x>=3") : Optional.<Allele>empty();
    if (open.isEmpty()) {
      reasons.add("no value is known for " + copies.group());
    }
    return open;
  }

  /** DPYD: laboratories write *1, *2A or HapB3 for what CPIC lists by position. */
  private static String listed(String gene, String name) {
    if (!gene.equals("DPYD")) {
      return name;
    }
    return switch (name.replace(" ", "").toUpperCase(Locale.ROOT)) {
      case "*1", "WT", "WILDTYPE", "REFERENCE" -> "Reference";
      case "*2A", "C.1905+1G>A" -> "c.1905+1G>A (*2A)";
      case "*13", "C.1679T>G" -> "c.1679T>G (*13)";
      case "HAPB3", "C.1236G>A", "C.1129-5923C>G,C.1236G>A" -> "c.1129-5923C>G, c.1236G>A (HapB3)";
      default -> name;
    };
  }

  /** VKORC1 is told by one position, -1639 G>A, that is C>T on the strand rs9923231 is given on. */
  private static String position(String gene, String name) {
    if (!gene.equals("VKORC1")) {
      return name;
    }
    String base =
        name.replace("rs9923231", "").replace("-1639", "").strip().toUpperCase(Locale.ROOT);
    return switch (base) {
      case "C", "G", "REFERENCE (C)" -> "rs9923231 reference (C)";
      case "T", "A", "VARIANT (T)" -> "rs9923231 variant (T)";
      default -> name;
    };
  }

  /**
   * For HLA: each risk allele, positive or negative. A text that already says so is kept; several
   * reports can stand side by side, joined by semicolons.
   */
  static GenePhenotype alleleStatus(String gene, String text, List<String> riskAlleles) {
    TreeSet<String> all = new TreeSet<>();
    for (String part : text.replace(gene, "").split(";")) {
      String read = part.strip();
      if (STATUS.matcher(read).matches()) {
        all.add(read);
      } else if (TWO_ALLELES.matcher(read).matches()) {
        List<String> carried = List.of(read.split("\\s*/\\s*"));
        riskAlleles.forEach(r -> all.add(r + (carries(carried, r) ? " positive" : " negative")));
      } else {
        return GeneTable.indeterminate(gene, text, "two alleles joined by / expected");
      }
    }
    return all.isEmpty()
        ? GeneTable.indeterminate(gene, text, "no risk allele of this gene is known here")
        : status(gene, text, String.join("; ", all));
  }

  private static boolean carries(List<String> carried, String risk) {
    return carried.stream().anyMatch(c -> c.equals(risk) || c.startsWith(risk + ":"));
  }

  private static GenePhenotype status(String gene, String text, String phenotype) {
    return new GenePhenotype(gene, text, phenotype, OptionalDouble.empty(), "allele status");
  }
}
