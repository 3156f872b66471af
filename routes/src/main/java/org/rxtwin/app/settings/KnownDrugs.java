package org.rxtwin.app.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.DrugName;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.Subject;

/** The names and codes of drugs that a site may write as a meaning. */
record KnownDrugs(Knowledge knowledge) {
  /** Names as they are compared. A misspelling seen in feeds is a question, and so no meaning. */
  Set<String> names() {
    TreeSet<String> names = new TreeSet<>();
    knowledge.drugs().listIngredients().forEach(each -> names.add(DrugText.normal(each.name())));
    knowledge.drugs().listNames().stream()
        .filter(each -> each.kind() != DrugName.Kind.MISSPELLING)
        .forEach(each -> names.add(DrugText.normal(each.text())));
    return names;
  }

  /** Codes of one system, each with the drug it stands for. */
  Map<String, String> codes(CodeSystem system) {
    TreeMap<String, String> codes = new TreeMap<>();
    knowledge.tables().list(Subject.DRUG_CODES).stream()
        .filter(each -> each.system() == system)
        .forEach(each -> codes.put(each.code(), String.join(" + ", each.ingredients())));
    if (system == CodeSystem.RXNORM) {
      knowledge
          .drugs()
          .listIngredients()
          .forEach(each -> each.rxcui().ifPresent(code -> codes.put(code, each.name())));
    }
    return codes;
  }
}
