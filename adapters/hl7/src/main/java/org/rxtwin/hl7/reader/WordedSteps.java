package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.rxtwin.hl7.value.TimingText;

/** Takes a taper apart that stands in words: {@code 20 mg daily for 5 days, then 10 mg daily}. */
final class WordedSteps {
  private static final Pattern THEN =
      Pattern.compile(
          "(?iU)[,;.]?\\s*(?:and\\s+)?\\b(?:then|followed by|dann|danach|puis|ensuite|luego|despu\u00e9s"
              + "|depois|poi|daarna|d\u00e4refter|derefter|deretter|\u0437\u0430\u0442\u0435\u043c|potem|nast\u0119pnie)\\b[,:]?\\s*"
              + "|[,\uff0c\u3001]?\\s*(?:\u7136\u540e|\u7136\u5f8c|\u4e4b\u540e)\\s*");

  private WordedSteps() {}

  /** The same place, or one for each step that its words tell. */
  static List<ScheduleFields> apart(List<ScheduleFields> group) {
    if (group.size() != 1 || group.get(0).patterns().size() != 1) {
      return group;
    }
    ScheduleFields place = group.get(0);
    RepeatPattern pattern = place.patterns().get(0);
    String words = pattern.code().isEmpty() ? pattern.words() : pattern.code();
    if (words.length() > TimingText.LONGEST) {
      return group;
    }
    List<String> parts = List.of(THEN.split(words));
    if (parts.size() < 2 || !place.duration().isEmpty() || !place.total().isEmpty()) {
      return group;
    }
    List<ScheduleFields> steps = new ArrayList<>();
    for (String each : parts) {
      steps.add(place.step(each, "S"));
    }
    return steps;
  }
}
