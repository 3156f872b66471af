package org.rxtwin.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** Knowledge could not be loaded; every reason is in it. */
public final class KnowledgeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<KnowledgeProblem> problems;

  KnowledgeRefused(List<KnowledgeProblem> problems) {
    super(
        problems.stream()
            .map(KnowledgeProblem::text)
            .collect(
                Collectors.joining(
                    "\n",
                    "Expected knowledge without a refusal, came " + problems.size() + ":\n",
                    "\nMaybe a site's file was edited by hand: 'rxtwin kb validate' checks it.")));
    this.problems = List.copyOf(problems);
  }

  /** Every reason, in the order of files and lines. */
  public List<KnowledgeProblem> problems() {
    return problems;
  }
}
