package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a number is given to, by its type in CX.5 (HL7 table 0203, and what vendors write). */
enum NumberKind {
  /** One person in one authority's records: all that a message bears are of that person. */
  RECORD,
  /** A type that is not told or not known: in a field of patient numbers it is one. */
  UNTOLD,
  /** One person in the books of others: a citizen, a driver. Numbers of its own series. */
  PERSON,
  /** A visit, an account, a family, a doctor, a specimen: whoever goes by it is not told. */
  OTHER;

  private static final Map<String, NumberKind> TYPES =
      WordTable.rows("identifier-types.csv").stream()
          .collect(Collectors.toMap(row -> row.get(0), row -> valueOf(row.get(1))));

  /** A number of the country whose code of three letters follows. */
  private static final Pattern NATIONAL = Pattern.compile("NN[A-Z]{3}");

  static NumberKind of(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    NumberKind known = TYPES.get(upper);
    if (known != null) {
      return known;
    }
    return NATIONAL.matcher(upper).matches() ? PERSON : UNTOLD;
  }
}
