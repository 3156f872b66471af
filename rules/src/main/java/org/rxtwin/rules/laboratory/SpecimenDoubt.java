package org.rxtwin.rules.laboratory;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rxtwin.chart.LabResult;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.knowledge.SpecimenWord;
import org.rxtwin.knowledge.SpecimenWord.Heed;

/** Whether the comments of a result say that its specimen cannot be believed. */
final class SpecimenDoubt {
  /** What takes a word back when it stands before it, with at most two words between. */
  private static final Pattern DENIED_BEFORE =
      Pattern.compile(
          "\\b(no|not|non|without|nil|free of)[ -]+((?!(but|and|yet)\\b)\\w+[ -]+){0,2}$");

  /** What takes a word back when it stands behind it: {@code haemolysis index: 0}. */
  private static final Pattern DENIED_AFTER =
      Pattern.compile(
          "^\\w*( index)?\\s*[:=]?\\s*(none|nil|absent|neg|not"
              + " (seen|detected|present)|0(?![.,\\d])).*",
          Pattern.DOTALL);

  private final List<SpecimenWord> words;

  SpecimenDoubt(LaboratoryTable laboratory) {
    words = laboratory.listSpecimenWords();
  }

  boolean of(LabResult result) {
    return result.comments().stream().anyMatch(this::doubts);
  }

  private boolean doubts(String comment) {
    boolean ofPatient = comment.startsWith(LabResult.CLINICAL_INFORMATION);
    String plain = plain(comment);
    return words.stream()
        .filter(each -> !ofPatient || each.heed() == Heed.ANYWHERE)
        .anyMatch(each -> says(plain, plain(each.word())));
  }

  /** Whether the word stands there at least once without being taken back. */
  private static boolean says(String comment, String word) {
    for (int at = comment.indexOf(word); at >= 0; at = comment.indexOf(word, at + 1)) {
      boolean denied =
          DENIED_BEFORE.matcher(comment.substring(0, at)).find()
              || DENIED_AFTER.matcher(comment.substring(at + word.length())).matches();
      if (!denied) {
        return true;
      }
    }
    return false;
  }

  /** Lower case, both spellings of haemolysis and lipaemia as one. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("haem", "hem").replace("paem", "pem");
  }
}
