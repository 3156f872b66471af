package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What loading gave.
 *
 * @param knowledge the knowledge, absent where anything was refused
 * @param problems refusals and conflicts, in the order of subjects, files and lines
 */
public record KnowledgeLoad(Optional<Knowledge> knowledge, List<KnowledgeProblem> problems) {
  public KnowledgeLoad {
    problems = List.copyOf(problems);
  }

  /** What nothing was loaded for. */
  public List<KnowledgeProblem> refusals() {
    return problems.stream().filter(p -> p.kind() == KnowledgeProblem.Kind.REFUSED).toList();
  }

  /** The knowledge, or {@link KnowledgeRefused} with every reason. */
  public Knowledge getKnowledge() {
    return knowledge.orElseThrow(() -> new KnowledgeRefused(refusals()));
  }
}
