package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rxtwin.knowledge.EnzymeRole.Role;
import org.rxtwin.knowledge.EnzymeRole.Strength;

/**
 * Genes: from a diplotype to a phenotype and to what it asks for. The method is CPIC's: activity
 * score for CYP2C9, CYP2D6 and DPYD, pairs of allele functions for the others, allele status for
 * HLA.
 */
public final class GeneTable {
  private static final Pattern POSITIVE = Pattern.compile("(\\*[0-9:]+) positive");

  private static final String GIVEN = "as given";
  private static final Pattern WRITTEN_SCORE =
      Pattern.compile("(?:AS )?(?:>=|≥)?\\s*([0-9]+(?:\\.[0-9]+)?)");

  private final List<Allele> alleles;
  private final Lookup<Allele> byAllele;
  private final Lookup<Allele> byGene;
  private final Lookup<PhenotypePair> pairs;
  private final Lookup<GeneRecommendation> byDrug;
  private final Lookup<NeededGeneTest> tests;
  private final Map<String, List<String>> riskAlleles;
  private final InteractionTable interactions;

  GeneTable(KnowledgeTables tables, InteractionTable interactions) {
    this.interactions = interactions;
    alleles = tables.list(Subject.ALLELES);
    byAllele = Lookup.by(alleles, Allele::key);
    byGene = Lookup.by(alleles, Allele::gene);
    pairs = Lookup.by(tables.list(Subject.PHENOTYPE_PAIRS), PhenotypePair::key);
    List<GeneRecommendation> rows = tables.list(Subject.GENE_RECOMMENDATIONS);
    byDrug = Lookup.by(rows, GeneRecommendation::drug);
    riskAlleles = riskAlleles(rows);
    tests = Lookup.by(tables.list(Subject.GENE_TESTS), NeededGeneTest::drug);
  }

  /** All alleles. */
  public List<Allele> listAlleles() {
    return alleles;
  }

  /** The alleles of a gene, empty where the gene is unknown. */
  public List<Allele> listAlleles(String gene) {
    return byGene.list(gene);
  }

  /** An allele by its name, if known. */
  public Optional<Allele> findAllele(String gene, String allele) {
    return byAllele.find(gene + "|" + allele);
  }

  /** Every recommendation for a drug. */
  public List<GeneRecommendation> listRecommendations(String drug) {
    return byDrug.list(drug);
  }

  /** The genes whose result the start of a drug asks for. */
  public List<NeededGeneTest> listTests(String drug) {
    return tests.list(drug);
  }

  /**
   * The recommendations for a drug that a result calls up: by activity score, phenotype or allele
   * status.
   */
  public List<GeneRecommendation> listRecommendations(String drug, GenePhenotype result) {
    return listRecommendations(drug, List.of(result));
  }

  /** The recommendations for a drug that the results of several genes together call up. */
  public List<GeneRecommendation> listRecommendations(String drug, List<GenePhenotype> results) {
    return byDrug.list(drug).stream().filter(r -> r.answers(results)).toList();
  }

  /** The phenotype a diplotype makes, without regard to other drugs. */
  public GenePhenotype phenotype(String gene, String diplotype) {
    return phenotype(gene, diplotype, List.of());
  }

  /**
   * The phenotype a diplotype makes while these ingredients are taken. CYP2D6 is converted: a
   * strong inhibitor takes the activity score times 0, a moderate one times 0.5; of several the
   * strongest counts. An inducer converts nothing.
   */
  public GenePhenotype phenotype(String gene, String diplotype, List<String> inhibitors) {
    if (gene.startsWith("HLA-")) {
      return Diplotype.alleleStatus(gene, diplotype, riskAlleles.getOrDefault(gene, List.of()));
    }
    if (listAlleles(gene).isEmpty()) {
      return indeterminate(gene, diplotype, "no allele of this gene is known here");
    }
    List<String> problems = new ArrayList<>();
    List<Allele> two = Diplotype.read(gene, diplotype, this::findAllele, problems);
    if (two.isEmpty()) {
      return indeterminate(gene, diplotype, String.join("; ", problems));
    }
    if (two.size() == 1) {
      return byFunction(gene, diplotype, two.get(0).function(), "");
    }
    return ActivityScore.scored(gene)
        ? ActivityScore.phenotype(
            gene, diplotype, two.get(0), two.get(1), strongest(gene, inhibitors))
        : byFunction(gene, diplotype, two.get(0).function(), two.get(1).function());
  }

  /** The same for the sake of one drug: an inhibitor does not convert itself. */
  public GenePhenotype phenotypeFor(
      String drug, String gene, String diplotype, List<String> inhibitors) {
    return phenotype(gene, diplotype, inhibitors.stream().filter(i -> !i.equals(drug)).toList());
  }

  /**
   * A result as people write it: an activity score ({@code 1.0}, {@code ≥3.0}), a diplotype, the
   * status of an allele, or a phenotype in whatever case.
   */
  public GenePhenotype result(String gene, String text) {
    if (text.strip().matches("(?i)indeterminate|n/a")) {
      return indeterminate(gene, "", GIVEN);
    }
    Matcher score = WRITTEN_SCORE.matcher(text.strip());
    if (ActivityScore.scored(gene) && score.matches()) {
      return ActivityScore.told(gene, Double.parseDouble(score.group(1)));
    }
    GenePhenotype read = phenotype(gene, text);
    return read.determined() ? read : named(gene, text).orElse(read);
  }

  private Optional<GenePhenotype> named(String gene, String text) {
    String words = text.strip().replace("etaboliser", "etabolizer");
    Stream<String> known =
        ActivityScore.scored(gene)
            ? ActivityScore.NAMES.stream()
            : pairs.keys().stream()
                .filter(key -> key.startsWith(gene + "|"))
                .flatMap(key -> pairs.list(key).stream())
                .map(PhenotypePair::phenotype);
    return known
        .filter(each -> each.equalsIgnoreCase(words))
        .findFirst()
        .map(each -> new GenePhenotype(gene, "", each, OptionalDouble.empty(), GIVEN));
  }

  /**
   * What a laboratory called a gene, its activity score where the words tell one, for the sake of
   * one drug while others are taken.
   *
   * @param words such as {@code Intermediate Metabolizer, activity score 1.0}
   */
  public GenePhenotype reportedFor(
      String drug, String gene, String words, List<String> inhibitors) {
    List<String> others = inhibitors.stream().filter(i -> !i.equals(drug)).toList();
    return ActivityScore.reported(gene, words, strongest(gene, others));
  }

  private GenePhenotype byFunction(String gene, String diplotype, String one, String other) {
    String made = other.isEmpty() ? one + ", one allele" : one + " and " + other;
    return pairs
        .find(PhenotypePair.pairKey(gene, one, other))
        .map(p -> new GenePhenotype(gene, diplotype, p.phenotype(), OptionalDouble.empty(), made))
        .orElseGet(() -> indeterminate(gene, diplotype, made + " decide no phenotype"));
  }

  private Optional<Strength> strongest(String gene, List<String> inhibitors) {
    return inhibitors.stream()
        .flatMap(i -> interactions.listRoles(i).stream())
        .filter(r -> r.role() == Role.INHIBITOR && r.enzyme().equals(gene))
        .flatMap(r -> r.strength().stream())
        .sorted()
        .findFirst();
  }

  /** The alleles whose presence a recommendation asks for, by gene. */
  private static Map<String, List<String>> riskAlleles(List<GeneRecommendation> rows) {
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (GeneRecommendation row : rows) {
      List<String> wanted = List.of(row.result().split(" \\+ "));
      for (int i = 0; i < wanted.size(); i++) {
        Matcher positive = POSITIVE.matcher(wanted.get(i));
        if (positive.find()) {
          found.computeIfAbsent(row.genes().get(i), gene -> new TreeSet<>()).add(positive.group(1));
        }
      }
    }
    Map<String, List<String>> sorted = new TreeMap<>();
    found.forEach((gene, alleles) -> sorted.put(gene, List.copyOf(alleles)));
    return sorted;
  }

  static GenePhenotype indeterminate(String gene, String diplotype, String reason) {
    return new GenePhenotype(
        gene, diplotype, GenePhenotype.INDETERMINATE, OptionalDouble.empty(), reason);
  }
}
