package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a drug is to an enzyme or transporter.
 *
 * <p>The figure means, by role: SUBSTRATE the fraction of the drug's clearance that the enzyme
 * carries (fm); INHIBITOR the fraction of the enzyme's activity that is left; INDUCER how many
 * times its activity grows. ACTIVATED is a prodrug's share that the enzyme turns into the active
 * substance.
 *
 * @param enzyme e.g. {@code CYP2C9}, or {@code RENAL} for unchanged excretion
 * @param strength as regulators class perpetrators
 * @param aboveDailyMg the role begins at this daily dose
 * @param onsetDays days until nearly full effect
 * @param washoutDays days after the last dose until the effect is nearly gone
 */
public record EnzymeRole(
    String ingredient,
    String enzyme,
    Role role,
    Optional<Strength> strength,
    RatioRange figure,
    OptionalDouble aboveDailyMg,
    OptionalDouble onsetDays,
    OptionalDouble washoutDays,
    Provenance provenance)
    implements KnowledgeRow {
  /** What the drug is to the enzyme. */
  public enum Role {
    SUBSTRATE,
    ACTIVATED,
    INHIBITOR,
    INDUCER;

    /** Whether the drug changes others rather than being changed. */
    public boolean perpetrator() {
      return this == INHIBITOR || this == INDUCER;
    }
  }

  /** Strength as labels class it. */
  public enum Strength {
    STRONG,
    MODERATE,
    WEAK
  }

  public EnzymeRole {
    Must.text("enzyme", enzyme);
    if (role == Role.INDUCER) {
      Must.within("figure_low", figure.low(), 1, 100);
    } else {
      Must.within("figure_high", figure.high(), 0, 1);
    }
    if (role.perpetrator()) {
      Must.be(strength.isPresent(), "strength", "strong, moderate or weak for a perpetrator", "");
      Must.be(washoutDays.isPresent(), "washout_days", "days for a perpetrator", "");
      Must.be(onsetDays.isPresent(), "onset_days", "days for a perpetrator", "");
    }
  }

  @Override
  public String key() {
    String dose = aboveDailyMg.isPresent() ? "|" + aboveDailyMg.getAsDouble() : "";
    return ingredient + "|" + enzyme + "|" + role + dose;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredient("ingredient", ingredient);
  }
}
