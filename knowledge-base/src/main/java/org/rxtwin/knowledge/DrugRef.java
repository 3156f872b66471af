package org.rxtwin.knowledge;

/**
 * An ingredient or a class, as a row names it: {@code warfarin} or {@code class:nsaids}.
 *
 * @param isClass whether a class is meant
 * @param id ingredient or class
 */
public record DrugRef(boolean isClass, String id) {
  private static final String CLASS = "class:";

  public DrugRef {
    Must.slug("drug", id);
  }

  /** Reads the written form. */
  public static DrugRef parse(String text) {
    return text.startsWith(CLASS)
        ? new DrugRef(true, text.substring(CLASS.length()))
        : new DrugRef(false, text);
  }

  Reference in(String column) {
    return new Reference(
        column, isClass ? Reference.Kind.DRUG_CLASS : Reference.Kind.INGREDIENT, id);
  }

  @Override
  public String toString() {
    return isClass ? CLASS + id : id;
  }
}
