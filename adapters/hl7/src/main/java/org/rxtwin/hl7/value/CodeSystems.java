package org.rxtwin.hl7.value;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One name for each code system, however the sender writes it (HL7 table 0396 and its OIDs). */
public final class CodeSystems {
  private static final Map<String, String> CANONICAL = canonical();

  private static final String OID = "URN:OID:";

  private CodeSystems() {}

  /** The canonical name; a sender's own system stays as it was written. */
  public static String canonical(String system) {
    String plain = system.strip();
    String upper = plain.toUpperCase(Locale.ROOT);
    String bare = upper.startsWith(OID) ? upper.substring(OID.length()) : upper;
    return CANONICAL.getOrDefault(bare, plain);
  }

  private static Map<String, String> canonical() {
    TreeMap<String, String> names = new TreeMap<>();
    put(names, "RXNORM", "RXNORM RXN RXNORM-CUI RXCUI 2.16.840.1.113883.6.88");
    put(names, "RXNORM", "HTTP://WWW.NLM.NIH.GOV/RESEARCH/UMLS/RXNORM");
    put(names, "NDC", "NDC NDC10 NDC11 NDC-10 NDC-11 2.16.840.1.113883.6.69");
    put(names, "NDC", "HTTP://HL7.ORG/FHIR/SID/NDC");
    put(names, "ATC", "ATC WC WHOATC WHO-ATC 2.16.840.1.113883.6.73 HTTP://WWW.WHOCC.NO/ATC");
    put(names, "LOINC", "LOINC LN LNC 2.16.840.1.113883.6.1");
    put(names, "SNOMED", "SNOMED SCT SCT2 SNOMED-CT SNOMEDCT SNM3 2.16.840.1.113883.6.96");
    put(names, "SNOMED", "HTTP://SNOMED.INFO/SCT");
    put(names, "UCUM", "UCUM 2.16.840.1.113883.6.8 HTTP://UNITSOFMEASURE.ORG");
    put(names, "UNII", "UNII 2.16.840.1.113883.4.9");
    put(names, "NCIT", "NCIT NCI NCIT-C 2.16.840.1.113883.3.26.1.1");
    put(names, "EDQM", "EDQM 0.4.0.127.0.16.1.1.2.1 HTTP://STANDARDTERMS.EDQM.EU");
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
