package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.reader.GeneLine.Role;

/** Tells which gene a line of a report speaks of; codes come from {@code gene-codes.csv}. */
final class GeneNames {
  private static final String GENE_STUDIED = "48018-6";
  private static final List<String> OF_ANY_GENE = List.of("84413-4", "53040-2", "51961-1");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "\\b(CYP(?:2C9|2C19|2D6|2B6|3A4|3A5|4F2|1A2)|VKORC1|TPMT|NUDT15|DPYD|UGT1A1|SLCO1B1"
              + "|HLA-[AB]|G6PD|ABCG2|IFNL3|NAT2|RYR1|CACNA1S|MT-RNR1|CFTR)(?![A-Z0-9])");
  private static final Map<String, List<String>> BY_LOINC = load();

  private GeneNames() {}

  static GeneLine line(LabResult result, String commonWords, String subId) {
    LinkedHashSet<String> genes = new LinkedHashSet<>();
    Optional<String> allele = Optional.empty();
    Role role = Role.OTHER;
    for (Coding coding : result.analyte()) {
      boolean loinc = coding.system().equals("LOINC");
      List<String> known = loinc ? BY_LOINC.get(coding.code()) : null;
      if (loinc && coding.code().equals(GENE_STUDIED)) {
        List<String> studied = in(words(result) + " " + commonWords);
        return new GeneLine(result, commonWords, subId, studied, allele, Role.STUDIED);
      }
      if (known != null) {
        genes.add(known.get(1));
        allele = Optional.of(known.get(2)).filter(each -> !each.isEmpty());
      }
      boolean coded = known != null || (loinc && OF_ANY_GENE.contains(coding.code()));
      role = coded ? Role.CODED : role;
      genes.addAll(in(coding.text()));
      genes.addAll(in(coding.code()));
    }
    if (role == Role.OTHER && !genes.isEmpty()) {
      role = Role.NAMED;
    }
    return new GeneLine(result, commonWords, subId, List.copyOf(genes), allele, role);
  }

  /** Symbols of genes in a text, each once. */
  static List<String> in(String text) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    Matcher symbol = SYMBOL.matcher(text.toUpperCase(Locale.ROOT));
    while (symbol.find()) {
      found.add(symbol.group(1));
    }
    return new ArrayList<>(found);
  }

  /** A text without the symbols of genes. */
  static String without(String text) {
    return Pattern.compile(SYMBOL.pattern(), Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll(" ")
        .strip();
  }

  /** The words of a value; empty for numbers. */
  static String words(LabResult result) {
    ResultValue value = result.value().orElse(new ResultValue.Text(""));
    if (value instanceof ResultValue.Coded coded) {
      Coding coding = coded.coding();
      return coding.text().isEmpty() ? coding.code() : coding.text();
    }
    return value instanceof ResultValue.Text text ? text.text() : "";
  }

  private static Map<String, List<String>> load() {
    TreeMap<String, List<String>> rows = new TreeMap<>();
    WordTable.rows("gene-codes.csv").forEach(row -> rows.put(row.get(0), row));
    return Collections.unmodifiableMap(rows);
  }
}
