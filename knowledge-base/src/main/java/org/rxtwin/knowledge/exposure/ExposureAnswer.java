package org.rxtwin.knowledge.exposure;

import java.util.List;
import java.util.Optional;
import org.rxtwin.knowledge.RatioRange;

/** An exposure ratio, or why there is none. */
public sealed interface ExposureAnswer {
  /**
   * Exposure over that of a normal metaboliser with sound kidneys and no perpetrator.
   *
   * @param auc ratio of the parent's AUC with its 90 % interval
   * @param active for a prodrug, ratio of the active substance's formation with its 90 % interval
   * @param basis what acted, one line a pathway
   * @param confirmed whether every row behind it was read at its source; if not, it may only raise
   */
  record Estimate(
      RatioRange auc, Optional<RatioRange> active, List<String> basis, boolean confirmed)
      implements ExposureAnswer {
    public Estimate {
      basis = List.copyOf(basis);
    }
  }

  /**
   * Nothing can be said.
   *
   * @param why for people
   */
  record CannotTell(String why) implements ExposureAnswer {}
}
