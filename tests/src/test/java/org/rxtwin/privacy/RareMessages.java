package org.rxtwin.privacy;

import java.util.ArrayList;
import java.util.List;

/** Messages of the types that the demonstration lacks, with a token where people write. */
final class RareMessages {
  private static final String PATIENT = "PID|1||100001^^^DEMO^MR||Lindqvist^Viktor||19580514|M";
  private final String token;
  private final List<String> all = new ArrayList<>();

  RareMessages(String token) {
    this.token = token;
  }

  List<String> all() {
    String orc = "ORC|RE|W1^DEMOPHARM|F1^" + token;
    add(
        "RAS^O17^RAS_O17",
        orc,
        "RXA|1|1|20260304080000||11289^warfarin^RXNORM|5|mg|||||||||||||RE");
    add("RAS^O17^RAS_O17", orc, "RXA|1|2|" + token + "||^" + token + "|" + token + "|" + token);
    add("RDS^O13^RDS_O13", orc, "RXD|1|11289^warfarin^RXNORM|20260304080000|30|TAB||" + token);
    add("RGV^O15^RGV_O15", orc, "RXG|1|1|" + token + "|11289^" + token + "^RXNORM|5||mg||" + token);
    add("VXU^V04^VXU_V04", orc, "RXA|0|1|20260101||03^MMR^CVX|999|||" + token);
    add(
        "MDM^T02^MDM_T02",
        "TXA|1|DS^" + token + "||||||||||D-1^" + token + "||||" + token,
        "OBX|1|FT|1^" + token + "^L||INR 2.3\\.br\\" + token + "||||||F");
    add(
        "OUL^R22^OUL_R22",
        "SPM|1|" + token + "||119297000^" + token + "^SCT",
        "OBX|1|ST|HIL^" + token + "^L||" + token + "||||||F",
        "OBR|1|L1^DEMOPHARM|L1L^DEMOLAB|PANEL^" + token + "^L|||20260304070000",
        "OBX|1|SN|2823-3^Potassium^LN||<^4.2|mmol/L|||||F");
    add(
        "ORU^R01^ORU_R01",
        "OBR|2|L2|L2L|29576-6^" + token + "^LN" + "|".repeat(22) + "600-7^" + token + "^" + token,
        "OBX|1|NM|2160-0^Creatinine^LN||92|mg/dL|||||C|||20260304070000");
    add(
        "ADT^A08^ADT_A01",
        "IAM|1|DA|70618^" + token + "^RXNORM|SV|" + token + "|A|" + token + "||" + token,
        "PRB|AD|20260304|G40.9^" + token + "^I10||" + token,
        "PR1|1||80146002^" + token + "^SCT|" + token + "|20260304");
    add(
        "PPR^PC1^PPR_PC1",
        "PRB|AD|20260304|G40.9^" + token + "^I10||" + token + "|||||||||" + token);
    add("MFN^M15^MFN_M15", "MFI|" + token, "MFE|MAD|" + token, "IIM|" + token);
    return all;
  }

  private void add(String type, String... segments) {
    String msh =
        "MSH|^~\\&|DEMORARE|DEMO|RXTWIN|DEMO|20260304093000||%s|RARE%03d|P|2.5.1||||||UNICODE UTF-8";
    String patient = type.startsWith("MFN") ? "" : PATIENT + "\r";
    all.add(msh.formatted(type, all.size()) + "\r" + patient + String.join("\r", segments) + "\r");
  }
}
