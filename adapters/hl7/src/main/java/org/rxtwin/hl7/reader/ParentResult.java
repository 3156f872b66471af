package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * What a panel was made for: the organism whose susceptibilities it tells. OBR-26 names the
 * observation, OBR-29 the order under which it was reported.
 */
final class ParentResult {
  private static final int PARENT_RESULT = 26;
  private static final int PARENT_ORDER = 29;
  private static final int PLACER = 2;
  private static final int FILLER = 3;
  private static final int ANALYTE = 3;
  private static final int SUB_ID = 4;
  private static final int VALUE = 5;

  /** So many words say that nobody can tell which. */
  private static final int SEVERAL = 2;

  /**
   * How a panel may name its parent: the observation, and the number of its order where told.
   *
   * @param placer empty where the panel does not tell it
   * @param filler the same
   */
  private record Name(String analyte, String subId, String placer, String filler) {}

  /** The words under each name: a message may hold thousands of panels, and each asks once. */
  private final Map<Name, Set<String>> words = new HashMap<>();

  /**
   * @param all the parts of one patient in one message
   */
  ParentResult(List<ResultPart> all) {
    boolean asked = all.stream().anyMatch(each -> child(each).isPresent());
    for (ResultPart part : asked ? all : List.<ResultPart>of()) {
      part.obr().ifPresent(obr -> part.observations().forEach(each -> add(obr, each.obx())));
    }
  }

  /** A panel does not itself tell what it was made for, though it may repeat it. */
  private void add(Fields obr, Fields obx) {
    String analyte = obx.text(ANALYTE);
    String subId = obx.text(SUB_ID);
    String told = Codes.words(obx, VALUE);
    boolean repeats =
        analyte.equals(obr.part(PARENT_RESULT, 0, 1, 1))
            && subId.equals(obr.text(PARENT_RESULT, 2));
    if (told.isEmpty() || repeats) {
      return;
    }
    add(new Name(analyte, subId, "", ""), told);
    add(new Name(analyte, subId, obr.text(PLACER), ""), told);
    add(new Name(analyte, subId, "", obr.text(FILLER)), told);
  }

  private void add(Name name, String told) {
    Set<String> of = words.computeIfAbsent(name, key -> new TreeSet<>());
    if (of.size() < SEVERAL) {
      of.add(told);
    }
  }

  /** The words of that observation's value; else those that OBR-26 repeats, else its sub-id. */
  Optional<String> find(ResultPart part) {
    return child(part)
        .flatMap(
            obr ->
                organism(obr)
                    .or(() -> Optional.of(obr.words(PARENT_RESULT, 0, 3)))
                    .filter(each -> !each.isEmpty())
                    .or(() -> Optional.of("sub-id " + obr.words(PARENT_RESULT, 0, 2))));
  }

  private static Optional<Fields> child(ResultPart part) {
    return part.obr().filter(obr -> !obr.whole(PARENT_RESULT, 0).isEmpty());
  }

  /** Without OBR-29 every order of the message may be the one; with both numbers either. */
  private Optional<String> organism(Fields child) {
    String analyte = child.part(PARENT_RESULT, 0, 1, 1);
    String subId = child.text(PARENT_RESULT, 2);
    String placer = child.part(PARENT_ORDER, 0, 1, 1);
    String filler = child.part(PARENT_ORDER, 0, 2, 1);
    Set<String> found = new TreeSet<>();
    if (!placer.isEmpty() || filler.isEmpty()) {
      found.addAll(told(new Name(analyte, subId, placer, "")));
    }
    if (!filler.isEmpty()) {
      found.addAll(told(new Name(analyte, subId, "", filler)));
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private Set<String> told(Name name) {
    return words.getOrDefault(name, Set.of());
  }
}
