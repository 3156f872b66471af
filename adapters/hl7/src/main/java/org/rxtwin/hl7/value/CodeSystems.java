package org.rxtwin.hl7.value;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One name for each code system, however the sender writes it (HL7 table 0396 and its OIDs). */
public final class CodeSystems {
  private static final Map<String, String> CANONICAL = canonical();

  private CodeSystems() {}

  /** The canonical name; a sender's own system stays as it was written. */
  public static String canonical(String system) {
    return CANONICAL.getOrDefault(system.strip().toUpperCase(Locale.ROOT), system.strip());
  }

  private static Map<String, String> canonical() {
    TreeMap<String, String> names = new TreeMap<>();
    put(names, "RXNORM", "RXNORM RXN RXNORM-CUI RXCUI 2.16.840.1.113883.6.88");
    put(names, "NDC", "NDC 2.16.840.1.113883.6.69");
    put(names, "ATC", "ATC WC 2.16.840.1.113883.6.73");
    put(names, "LOINC", "LOINC LN LNC 2.16.840.1.113883.6.1");
    put(names, "SNOMED", "SNOMED SCT SCT2 SNOMED-CT SNOMEDCT SNM3 2.16.840.1.113883.6.96");
    put(names, "UCUM", "UCUM 2.16.840.1.113883.6.8");
    put(names, "UNII", "UNII 2.16.840.1.113883.4.9");
    put(
        names,
        "ICD10",
        "ICD10 ICD-10 I10 I10C I10P ICD10CM ICD-10-CM ICD10GM ICD-10-GM ICD10WHO"
            + " 2.16.840.1.113883.6.90 2.16.840.1.113883.6.3 1.2.276.0.76.5.518");
    put(
        names,
        "ICD9",
        "ICD9 ICD-9 I9 I9C I9CDX ICD9CM ICD-9-CM 2.16.840.1.113883.6.103 2.16.840.1.113883.6.42");
    put(names, "HGNC", "HGNC 2.16.840.1.113883.6.281");
    return Collections.unmodifiableMap(names);
  }

  private static void put(Map<String, String> names, String canonical, String spellings) {
    for (String spelling : spellings.split(" ")) {
      names.put(spelling, canonical);
    }
  }
}
