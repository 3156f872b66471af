package org.rxtwin.rules.laboratory;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;

/**
 * Codes by which a procedure is a dialysis or filtration, for few senders write the words beside
 * them. CPT: 90935, 90937, 90945, 90947, the care of patients on dialysis 90951 to 90970, 90999
 * (90940 only measures a shunt). ICD-9-CM volume 3: 39.95, 54.98. ICD-10-PCS: 5A1D. German OPS:
 * 8-853 to 8-855, 8-857. SNOMED CT: haemodialysis, peritoneal and renal dialysis, haemofiltration,
 * haemodiafiltration, continuous replacement.
 */
final class DialysisCodes {
  private static final Pattern CPT = Pattern.compile("909(3[57]|4[57]|5[1-9]|6[0-9]|70|99)");
  private static final Pattern ICD9 = Pattern.compile("3995|5498");
  private static final Pattern PCS = Pattern.compile("5A1D[0-9A-Z]{3}");
  private static final Pattern OPS = Pattern.compile("8-85[3457].*");
  private static final List<String> SNOMED =
      List.of(
          "302497006",
          "71192002",
          "265764009",
          "108241001",
          "714749008",
          "233581009",
          "233586004",
          "715743002");

  private DialysisCodes() {}

  /** Whether a procedure of that code is one; a code of five digits tells it with its system. */
  static boolean holds(Coding coding) {
    String code = coding.code().strip().toUpperCase(Locale.ROOT);
    String plain = code.replace(".", "");
    String system = coding.system().strip().toUpperCase(Locale.ROOT);
    boolean american = system.isEmpty() || system.matches("(C4|C5|CPT.*|HCPCS|HPC|HCPT)");
    boolean old = code.contains(".") || system.matches("I9.*|ICD-?9.*");
    return (american && CPT.matcher(code).matches())
        || (old && ICD9.matcher(plain).matches())
        || PCS.matcher(plain).matches()
        || OPS.matcher(code).matches()
        || SNOMED.contains(code);
  }
}
