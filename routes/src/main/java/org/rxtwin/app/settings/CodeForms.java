package org.rxtwin.app.settings;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.knowledge.Analyte;

/** The form of codes, where all that can be told of a code is its form. */
final class CodeForms {
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "RXNORM", Pattern.compile("[1-9]\\d{0,7}"),
          "ATC", Pattern.compile("[A-Z](\\d{2}([A-Z]([A-Z](\\d{2})?)?)?)?"),
          "NDC", Pattern.compile("\\d{10,11}|\\d{4,5}-\\d{3,4}-\\d{1,2}"),
          "SNOMED", Pattern.compile("[1-9]\\d{5,17}"),
          "ICD10", Pattern.compile("[A-Z]\\d[0-9A-Z](\\.?[0-9A-Z]{1,4})?"));

  private CodeForms() {}

  /** What is expected in place of a code of that system; empty where its form is good. */
  static Optional<String> fault(String system, String code) {
    String canonical = CodeSystems.canonical(system);
    Pattern form = FORMS.get(canonical);
    boolean good =
        canonical.equals("LOINC")
            ? Analyte.isLoinc(code)
            : form == null || form.matcher(code).matches();
    return good
        ? Optional.empty()
        : Optional.of("a code of the form that " + canonical + " has, came " + code);
  }
}
