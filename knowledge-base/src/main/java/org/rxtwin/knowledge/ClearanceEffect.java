package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A measured effect of one drug on the clearance of another, stronger evidence than any enzyme
 * table.
 *
 * @param substrate whose clearance changes
 * @param moiety which form of it was measured, e.g. {@code S-warfarin}
 * @param perpetrator who changes it
 * @param aboveDailyMg the row holds from this daily dose of the perpetrator
 * @param clearanceRatio clearance with the perpetrator over clearance without
 * @param onsetDays days until nearly full effect
 * @param washoutDays days after the last dose until nearly gone
 */
public record ClearanceEffect(
    String substrate,
    String moiety,
    String perpetrator,
    OptionalDouble aboveDailyMg,
    RatioRange clearanceRatio,
    double onsetDays,
    double washoutDays,
    Provenance provenance)
    implements KnowledgeRow {
  public ClearanceEffect {
    Must.text("moiety", moiety);
    Must.be(clearanceRatio.low() > 0, "ratio_low", "more than 0", clearanceRatio.low());
    Must.within("onset_days", onsetDays, 0, 200);
    Must.within("washout_days", washoutDays, 0, 400);
    Must.be(!substrate.equals(perpetrator), "perpetrator", "another drug", perpetrator);
  }

  @Override
  public String key() {
    return substrate + "|" + moiety + "|" + perpetrator + "|" + aboveDailyMg.orElse(0);
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredients("substrate/perpetrator", List.of(substrate, perpetrator));
  }
}
