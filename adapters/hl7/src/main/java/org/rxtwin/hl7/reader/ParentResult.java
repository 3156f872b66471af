package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * What a panel was made for: the organism whose susceptibilities it tells. OBR-26 names the
 * observation, OBR-29 the order under which it was reported.
 */
final class ParentResult {
  private static final int PARENT_RESULT = 26;
  private static final int PARENT_ORDER = 29;
  private static final int ANALYTE = 3;
  private static final int SUB_ID = 4;
  private static final int VALUE = 5;

  private ParentResult() {}

  /** The words of that observation's value; else those that OBR-26 repeats, else its sub-id. */
  static Optional<String> find(ResultPart part, List<ResultPart> all) {
    Optional<Fields> child = part.obr().filter(obr -> !obr.whole(PARENT_RESULT, 0).isEmpty());
    return child.flatMap(
        obr ->
            organism(obr, all)
                .or(() -> Optional.of(obr.words(PARENT_RESULT, 0, 3)))
                .filter(each -> !each.isEmpty())
                .or(() -> Optional.of("sub-id " + obr.words(PARENT_RESULT, 0, 2))));
  }

  private static Optional<String> organism(Fields child, List<ResultPart> all) {
    List<String> found =
        all.stream()
            .filter(each -> isParent(each, child))
            .flatMap(each -> each.observations().stream())
            .map(ObservationPart::obx)
            .filter(obx -> isNamed(obx, child))
            .map(obx -> Codes.words(obx, VALUE))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Without OBR-29 every order of the message may be the one. */
  private static boolean isParent(ResultPart part, Fields child) {
    String placer = child.part(PARENT_ORDER, 0, 1, 1);
    String filler = child.part(PARENT_ORDER, 0, 2, 1);
    Optional<Fields> obr = part.obr().filter(each -> each != child);
    return obr.filter(
            each ->
                (placer.isEmpty() && filler.isEmpty())
                    || (!filler.isEmpty() && filler.equals(each.text(3)))
                    || (!placer.isEmpty() && placer.equals(each.text(2))))
        .isPresent();
  }

  private static boolean isNamed(Fields obx, Fields child) {
    return obx.text(ANALYTE).equals(child.part(PARENT_RESULT, 0, 1, 1))
        && obx.text(SUB_ID).equals(child.text(PARENT_RESULT, 2));
  }
}
