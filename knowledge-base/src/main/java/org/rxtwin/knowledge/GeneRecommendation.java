package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What a gene's result, or the results of several genes together, ask for when a drug is ordered.
 *
 * @param gene gene, or genes joined by {@code +} ({@code NUDT15+TPMT})
 * @param result what is wanted of each of them, joined by {@code " + "}: phenotypes, allele status
 *     ({@code *57:01 positive}) or activity scores ({@code AS 0.25-1}), alternatives joined by
 *     {@code |}
 * @param population whom it is for, in the guideline's words; {@code general} is everybody
 * @param strength of the recommendation, as the source grades it
 * @param advice what to do; none where the result changes nothing and nobody is to be told
 */
public record GeneRecommendation(
    String drug,
    String gene,
    String result,
    String population,
    String strength,
    boolean dosingChange,
    boolean alternateDrug,
    Severity severity,
    Tier tier,
    Optional<RecommendedAct> advice,
    Provenance provenance)
    implements KnowledgeRow {
  public GeneRecommendation {
    Must.text("result", result);
    Must.text("population", population);
    Must.text("strength", strength);
    List<String> wanted = split(result, " \\+ ");
    Must.be(
        split(gene, "\\+").size() == wanted.size()
            && wanted.stream().allMatch(WantedResult::readable),
        "result",
        "a readable result for each gene, joined by \" + \"",
        result);
    Must.be(advice.isPresent() || tier == Tier.LOG, "verb", "an advice, or the tier log", tier);
  }

  /** The genes, in the order of the results wanted. */
  public List<String> genes() {
    return split(gene, "\\+");
  }

  /**
   * Whether results call this up; a gene without one among them counts as {@code No Result}, but
   * not all of them may.
   */
  public boolean answers(List<GenePhenotype> results) {
    List<String> wanted = split(result, " \\+ ");
    boolean told = false;
    for (int i = 0; i < genes().size(); i++) {
      String each = genes().get(i);
      Optional<GenePhenotype> found =
          results.stream().filter(r -> r.gene().equals(each)).findFirst();
      if (!WantedResult.answers(wanted.get(i), found)) {
        return false;
      }
      told |= found.isPresent();
    }
    return told;
  }

  /**
   * Of the results that called this up those it speaks of, an HLA gene with the alleles it asks
   * for; left out are genes of which any result, or none, would do.
   */
  public List<GenePhenotype> telling(List<GenePhenotype> results) {
    List<String> wanted = split(result, " \\+ ");
    List<GenePhenotype> telling = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String each = wanted.get(i);
      String of = genes().get(i);
      if (!each.equals("any") && !each.startsWith("not ") && !each.contains("No Result")) {
        results.stream()
            .filter(r -> r.gene().equals(of))
            .map(r -> WantedResult.narrowed(each, r))
            .forEach(telling::add);
      }
    }
    return telling;
  }

  @Override
  public String key() {
    return drug + "|" + gene + "|" + result + "|" + population;
  }

  @Override
  public List<Reference> references() {
    List<Reference> all = new ArrayList<>();
    all.add(new Reference("drug", Reference.Kind.INGREDIENT, drug));
    genes().forEach(each -> all.add(new Reference("gene", Reference.Kind.GENE, each)));
    return all;
  }

  private static List<String> split(String text, String by) {
    return Arrays.asList(text.split(by, -1));
  }
}
