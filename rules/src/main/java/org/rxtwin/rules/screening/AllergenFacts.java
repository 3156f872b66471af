package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.AllergyState;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.knowledge.OtherAllergen;
import org.rxtwin.rules.screening.fact.Allergen;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Match;
import org.rxtwin.rules.screening.fact.UnresolvedAllergen;

/** Recorded allergies from which no certain drug is read: what is said of each, once. */
final class AllergenFacts {
  private final Scene scene;

  private AllergenFacts(Scene scene) {
    this.scene = scene;
  }

  static List<UnresolvedAllergen> of(Scene scene, OrderReading reading) {
    AllergenFacts make = new AllergenFacts(scene);
    List<UnresolvedAllergen> facts = new ArrayList<>();
    for (AllergyState each : scene.chart().allergies()) {
      ReadAllergy read = ReadAllergy.of(each, reading, scene.knowledge().allergies());
      read.doubt().ifPresent(doubt -> facts.add(make.fact(read, doubt)));
    }
    return facts;
  }

  private UnresolvedAllergen fact(ReadAllergy read, Match doubt) {
    Allergen sort =
        read.other().isPresent()
            ? Allergen.KNOWN_OTHER
            : read.saidToBeNoDrug() ? Allergen.SAID_OTHER : Allergen.UNKNOWN;
    String said = said(read, sort);
    String tag = Integer.toHexString(read.state().allergy().key().hashCode());
    return new UnresolvedAllergen(
        read.words(),
        sort,
        doubt,
        read.culprits().size(),
        said,
        new Grounds(
            "allergen-" + tag,
            read.culprits(),
            List.of(),
            sort == Allergen.UNKNOWN ? Severity.MODERATE : Severity.MINOR,
            List.of(reason(read, said)),
            advice(read, sort),
            evidence(read.other()),
            false,
            Optional.empty()));
  }

  private String said(ReadAllergy read, Allergen sort) {
    if (sort == Allergen.KNOWN_OTHER) {
      return read.other().map(AllergenFacts::unscreened).orElse("");
    }
    if (!read.culprits().isEmpty()) {
      return "orders are screened as if it meant " + Wording.names(scene, read.culprits());
    }
    return "no order is screened for it";
  }

  private static String unscreened(OtherAllergen other) {
    return switch (other.kind()) {
      case FOOD, EXCIPIENT -> "no drug; products that contain it are not screened";
      case ENVIRONMENT -> "no drug; nothing is screened for it";
      case MATERIAL -> "no drug; devices and packages are not screened";
      case DIAGNOSTIC -> "given outside pharmacy orders; not screened here";
    };
  }

  private static Reason reason(ReadAllergy read, String said) {
    return Reason.told(
        "allergy",
        read.words() + ": " + said,
        "",
        "",
        read.state().recorded(),
        read.state().messageId());
  }

  /** A word nobody knows may be a drug this knowledge lacks, a slip, or a word of the house. */
  private Advice advice(ReadAllergy read, Allergen sort) {
    if (sort != Allergen.UNKNOWN) {
      return read.other().map(other -> quiet(read, other.kind())).orElseGet(() -> ask(read));
    }
    if (read.culprits().isEmpty()) {
      return Advice.of(
          "Check the running orders by hand against the allergy to "
              + read.words()
              + " within 12 hours, and record it by its code or its full name.");
    }
    return Advice.of(
        "Ask the patient within 12 hours whether "
            + read.words()
            + " is "
            + Wording.names(scene, read.culprits())
            + ", and record the allergy by its code; until then orders are screened as if it were.");
  }

  private static Advice quiet(ReadAllergy read, OtherAllergen.Kind kind) {
    return switch (kind) {
      case FOOD, EXCIPIENT, MATERIAL -> ask(read);
      case ENVIRONMENT ->
          Advice.of("Change no order for the allergy to " + read.words() + "; it is no drug.");
      case DIAGNOSTIC ->
          Advice.of(
              "Tell radiology of the allergy to "
                  + read.words()
                  + " before an examination with a contrast medium.");
    };
  }

  private static Advice ask(ReadAllergy read) {
    return Advice.of(
        "Ask for the ingredients of a product before the first dose where "
            + read.words()
            + " may be in it.");
  }

  private static List<Evidence> evidence(Optional<OtherAllergen> other) {
    return other.map(each -> Wording.evidence(each.provenance())).stream().toList();
  }
}
