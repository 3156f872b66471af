package org.rxtwin.knowledge.exposure;

import java.util.List;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.GenePhenotype;

/**
 * What is asked about one drug in one patient.
 *
 * @param substrate the drug whose exposure is asked for
 * @param perpetrators what else acts now, also drugs stopped but not washed out
 * @param genes phenotypes as inherited, <em>not</em> converted for inhibitors: those are named as
 *     perpetrators
 * @param creatinineClearance mL/min; where it is not known the kidney is taken for sound
 */
public record ExposureQuestion(
    String substrate,
    List<Perpetrator> perpetrators,
    List<GenePhenotype> genes,
    OptionalDouble creatinineClearance) {
  public ExposureQuestion {
    perpetrators = List.copyOf(perpetrators);
    genes = List.copyOf(genes);
    creatinineClearance.ifPresent(
        c -> {
          if (!(c >= 0 && c <= 400)) {
            throw new IllegalArgumentException(
                "Expected a creatinine clearance (0 to 400 mL/min), came "
                    + c
                    + ".\nMaybe it is in mL/s or L/h.");
          }
        });
  }

  /** A question about perpetrators alone. */
  public static ExposureQuestion of(String substrate, String... perpetrators) {
    return new ExposureQuestion(
        substrate,
        List.of(perpetrators).stream().map(Perpetrator::of).toList(),
        List.of(),
        OptionalDouble.empty());
  }
}
