package org.rxtwin.hl7.reader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.quantity.Dose;

/**
 * What an order mixes.
 *
 * @param own the component that is the ordered drug itself
 * @param others all other components
 * @param named whether the order's own name only tells what is mixed: no drug of its own
 */
record Mixture(Optional<Component> own, List<Component> others, boolean named) {
  static final Mixture NONE = new Mixture(Optional.empty(), List.of(), false);

  /** Words beside the names of drugs. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "\\d+(?:mg|mcg|ug|g|gm|ml|l|units?|u|iu|mmol|meq|mm|h|hr|hrs|min)?|mg|mcg|ug|g|gm|ml|l|units?|iu|mmol|meq|in|with|and|plus|for|of|iv|ivpb|bag|inj"
              + "|injection|infusion|solution|soln|mixture|premix|vial|amp|ns|d5w|x");

  /** The mixture of these components under the order of that drug. */
  static Mixture of(List<Coding> drug, List<Component> components) {
    List<Component> own = components.stream().filter(each -> same(drug, each.drug())).toList();
    if (own.size() == 1) {
      List<Component> others =
          components.stream().filter(each -> !each.equals(own.get(0))).toList();
      return new Mixture(Optional.of(own.get(0)), others, false);
    }
    Set<String> name = words(drug);
    boolean bag = name.isEmpty() && drug.stream().anyMatch(each -> !each.text().isEmpty());
    return new Mixture(Optional.empty(), components, bag || tells(name, components));
  }

  /**
   * Whether a name only tells what is mixed: all its words are theirs, and it names each drug that
   * it touches in full. Potassium chloride is not told by potassium phosphate in sodium chloride;
   * of the fluid that carries a drug a word is enough.
   */
  private static boolean tells(Set<String> name, List<Component> components) {
    Set<String> mixed = new LinkedHashSet<>();
    boolean drugs = false;
    boolean inFull = true;
    for (Component each : components) {
      Set<String> words = words(each.drug());
      if (words.stream().anyMatch(name::contains)) {
        mixed.addAll(words);
        drugs |= !each.fluid();
        inFull &= name.containsAll(words) || each.fluid();
      }
    }
    return !name.isEmpty() && inFull && (drugs ? mixed.containsAll(name) : mixed.equals(name));
  }

  /** The same code of one system, or the same words. */
  static boolean same(List<Coding> one, List<Coding> other) {
    boolean coded =
        one.stream()
            .filter(each -> !each.code().isEmpty())
            .anyMatch(
                each ->
                    other.stream()
                        .anyMatch(
                            o -> o.code().equals(each.code()) && o.system().equals(each.system())));
    Set<String> words = words(one);
    return coded || (!words.isEmpty() && words.equals(words(other)));
  }

  private static Set<String> words(List<Coding> drug) {
    Set<String> words = new LinkedHashSet<>();
    drug.stream().map(Coding::text).filter(each -> !each.isEmpty()).findFirst().stream()
        .flatMap(each -> Stream.of(DrugText.normal(each).split(" ")))
        .filter(each -> !BESIDE.matcher(each).matches())
        .forEach(words::add);
    return words;
  }

  /** The same drugs where nobody can tell how much of them is given. */
  Mixture withoutAmounts() {
    return new Mixture(own, others.stream().map(Component::withoutAmount).toList(), named);
  }

  /** Own part and others. */
  List<Component> all() {
    return Stream.concat(own.stream(), others.stream()).toList();
  }

  /** Its volume; empty where the volume of what the others are mixed into is not told. */
  Optional<Double> millilitres() {
    List<Component> fluids = all().stream().filter(Component::fluid).toList();
    boolean told = fluids.stream().allMatch(each -> each.millilitres() > 0);
    return told && !fluids.isEmpty() ? Optional.of(millilitresTold()) : Optional.empty();
  }

  /** The volume of those parts of which one is told. */
  double millilitresTold() {
    return all().stream().mapToDouble(Component::millilitres).sum();
  }

  /** What one millilitre holds of a dose that is mixed in it. */
  Optional<Measure> concentration(Dose dose) {
    return millilitres().map(each -> new Measure(dose.unit(), dose.amount() / each));
  }
}
