package org.rxtwin.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recorded allergy or intolerance.
 *
 * @param substance codes and words that name it
 * @param kind what the sender says it is, where it does
 * @param reactions what happened, as written; empty means unknown, which counts as immediate
 * @param severity as written, may be empty
 * @param identifiedOn when it was identified or happened
 * @param active false once it was refuted or deleted
 * @param sensitivity HL7 table 0436, where told: AL allergy, IN intolerance, AD adverse reaction,
 *     SE side effect, CT contraindication
 * @param id the number of this record with the name of who gave it, where told
 */
public record Allergy(
    List<Coding> substance,
    Optional<AllergenKind> kind,
    List<String> reactions,
    String severity,
    Optional<ClinicalTime> identifiedOn,
    boolean active,
    Optional<String> sensitivity,
    Optional<String> id) {
  /** An allergy of which neither a number nor the kind of sensitivity is told. */
  public Allergy(
      List<Coding> substance,
      Optional<AllergenKind> kind,
      List<String> reactions,
      String severity,
      Optional<ClinicalTime> identifiedOn,
      boolean active) {
    this(
        substance,
        kind,
        reactions,
        severity,
        identifiedOn,
        active,
        Optional.empty(),
        Optional.empty());
  }

  public Allergy {
    substance = List.copyOf(substance);
    reactions = List.copyOf(reactions);
  }

  /** What tells one recorded allergy from another: its number, else code or words. */
  public String key() {
    return id.map(each -> "id:" + each).orElseGet(this::name);
  }

  private String name() {
    return substance.stream()
        .map(each -> each.code().isEmpty() ? each.text() : each.system() + "|" + each.code())
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether both name the same substance first: what follows may be a class they share. */
  boolean isNamedAs(Allergy other) {
    return !substance.isEmpty()
        && !other.substance.isEmpty()
        && same(substance.get(0), other.substance.get(0));
  }

  /**
   * Whether one of the two repeats nothing but codes and words of the other: a deletion seldom
   * repeats all of them.
   */
  boolean mayBeMeantBy(Allergy deletion) {
    return within(deletion.substance, substance) || within(substance, deletion.substance);
  }

  private static boolean within(List<Coding> few, List<Coding> many) {
    return !few.isEmpty()
        && few.stream().allMatch(one -> many.stream().anyMatch(each -> same(one, each)));
  }

  private static boolean same(Coding one, Coding other) {
    boolean code =
        !one.code().isEmpty()
            && one.code().equalsIgnoreCase(other.code())
            && one.system().equals(other.system());
    return code || (!one.text().isEmpty() && one.text().equalsIgnoreCase(other.text()));
  }
}
