package org.rxtwin.rules.ruleset;

import java.util.regex.Pattern;
import org.rxtwin.chart.Sha256;

/**
 * The two files of one rule as they lie in its folder.
 *
 * @param id folder, {@code kind/rule}
 * @param origin where it was found, for messages
 * @param drl text of {@code rule.drl}
 * @param cases text of {@code cases.yaml}
 */
public record RuleFile(String id, String origin, String drl, String cases) {
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*");

  public RuleFile {
    if (!ID.matcher(id).matches()) {
      throw new RuleRefusedException(
          origin,
          0,
          "a folder kind/rule in lower-case words joined by hyphens",
          "'" + id + "'",
          "the folder lies one level too deep or too high.");
    }
  }

  /** The word before the slash: which kind of finding it makes. */
  public String kind() {
    return id.substring(0, id.indexOf('/'));
  }

  /** Version by content: the first twelve hexadecimal digits of the SHA-256 of {@code rule.drl}. */
  public String version() {
    return Sha256.hex(drl).substring(0, 12);
  }
}
