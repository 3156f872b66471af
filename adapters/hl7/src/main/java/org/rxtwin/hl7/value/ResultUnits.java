package org.rxtwin.hl7.value;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Brings the units of laboratories to UCUM codes. */
public final class ResultUnits {
  private static final Map<String, String> WORDS = words();

  /** A factor in UCUM; from a laboratory it is a code of its own for some unit. */
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private ResultUnits() {}

  /**
   * The UCUM code of a unit: by the sender's words, the words laboratories use whatever the case,
   * then UCUM itself. Laboratories' words come first, because in UCUM {@code G/L} is gauss per
   * litre.
   */
  public static Optional<String> find(String unit, Map<String, String> localUnits) {
    String plain = unit.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
    String local = localUnits.get(plain.toLowerCase(Locale.ROOT));
    if (local != null) {
      return Optional.of(local);
    }
    String known = WORDS.get(plain.toLowerCase(Locale.ROOT).replace(" ", ""));
    if (known != null) {
      return Optional.of(known);
    }
    boolean ucum = !NUMBER.matcher(plain).matches() && Ucum.shared().isCode(plain);
    return ucum ? Optional.of(plain) : Optional.empty();
  }

  private static Map<String, String> words() {
    TreeMap<String, String> words = new TreeMap<>();
    masses(words);
    amounts(words);
    counts(words);
    bedside(words);
    devices(words);
    return Collections.unmodifiableMap(words);
  }

  private static void masses(Map<String, String> words) {
    same(
        words,
        "mg/dL g/dL g/L mg/L ug/L ng/mL pg/mL ug/mL ug/dL ng/dL ng/L mg/mL pg/dL mg g kg ug");
    put(words, "ug/mL", "mcg/ml");
    put(words, "ug/L", "mcg/l");
    put(words, "ug/dL", "mcg/dl");
    put(words, "g/dL", "gm/dl gms/dl");
    put(words, "g/L", "gm/l");
    put(words, "mg/dL", "mg% mgs/dl mgm/dl mg/100ml mg/100.ml");
    put(words, "g/dL", "g% g/100ml g/100.ml");
    put(words, "mg/L", "\u043c\u0433/\u043b \u6beb\u514b/\u5347");
    put(words, "g/L", "\u0433/\u043b \u514b/\u5347");
    put(words, "ng/mL", "\u043d\u0433/\u043c\u043b");
  }

  private static void amounts(Map<String, String> words) {
    same(words, "mmol/L umol/L nmol/L pmol/L mmol/mol");
    put(words, "mmol/L", "\u043c\u043c\u043e\u043b\u044c/\u043b \u6beb\u6469\u5c14/\u5347");
    put(words, "umol/L", "\u043c\u043a\u043c\u043e\u043b\u044c/\u043b \u5fae\u6469\u5c14/\u5347");
    put(words, "meq/L", "meq/l");
    put(words, "U/L", "\u0435\u0434/\u043b");
    put(words, "U/L", "u/l");
    put(words, "[IU]/L", "iu/l");
    put(words, "[IU]/mL", "iu/ml");
    put(words, "m[IU]/L", "miu/l");
    put(words, "u[IU]/mL", "uiu/ml");
    put(words, "{copies}/mL", "copies/ml");
    put(words, "{copies}/uL", "copies/ul");
    put(words, "mosm/kg", "mosm/kg mosmol/kg");
  }

  private static void counts(Map<String, String> words) {
    put(words, "10*3/uL", "k/ul k/cumm k/mm3 10^3/ul x10^3/ul x10(3)/ul thou/ul th/ul thou/mcl");
    put(words, "10*3/uL", "10e3/ul x10e3/ul k/mcl thousand/ul 10*3/ul");
    put(words, "10*3/uL", "k/mm^3 10*3/mm3 10^3/mm3 10e3/mm3 10.e3/mm3 x10^3/mm3 x10*3/ul");
    put(words, "10*6/uL", "10*6/mm3 10^6/mm3 10e6/mm3 x10*6/ul");
    put(words, "10*6/uL", "m/ul m/cumm 10^6/ul x10^6/ul 10e6/ul x10e6/ul mil/ul 10*6/ul");
    put(
        words,
        "10*9/L",
        "10^9/\u043b 10*9/\u043b 10^9/l x10^9/l 10e9/l x10e9/l x10(9)/l 10*9/l x10*9/l giga.l-1");
    put(words, "10*9/L", "x10e9/l 10(9)/l \u00d710^9/l 10\u2079/l x10\u2079/l");
    put(words, "10*12/L", "x10e12/l 10(12)/l \u00d710^12/l 10\u00b9\u00b2/l x10\u00b9\u00b2/l");
    put(words, "10*12/L", "10^12/l x10^12/l 10e12/l x10e12/l x10(12)/l 10*12/l x10*12/l tera.l-1");
    put(words, "%", "% percent");
    put(words, "fL", "fl");
  }

  private static void bedside(Map<String, String> words) {
    put(words, "{INR}", "inr {inr}");
    put(words, "{ratio}", "ratio {ratio}");
    put(words, "s", "sec secs seconds s");
    put(words, "mL/min", "ml/min");
    put(words, "mL/min/{1.73_m2}", "ml/min/1.73m2 ml/min/1.73 ml/min/{1.73_m2} ml/min/1.73m^2");
    put(words, "mL/min/{1.73_m2}", "ml/min/1.73sqm ml/min/1.73m*2 ml/min/bsa");
    put(words, "mm[Hg]", "mmhg mm[hg]");
    put(words, "mm/h", "mm/hr mm/h");
    put(words, "kg/m2", "kg/m2 kg/m^2");
    put(words, "cm", "cm");
    put(words, "[lb_av]", "lb lbs pounds");
    put(words, "[oz_av]", "oz ounce ounces");
    put(words, "[in_i]", "in inch inches");
    put(words, "[ft_i]", "ft foot feet");
    put(words, "[degF]", "degf degreef [degf] deg.f \u00b0f f");
    put(words, "Cel", "degc degreec cel deg.c \u00b0c c");
    put(words, "/min", "bpm /min beats/min");
  }

  /** Nomenclature of ISO/IEEE 11073, as monitors send it. */
  private static void devices(Map<String, String> words) {
    put(words, "%", "mdc_dim_percent 262688");
    put(words, "mm[Hg]", "mdc_dim_mmhg 266016");
    put(words, "/min", "mdc_dim_beat_per_min mdc_dim_resp_per_min 264864 264928");
    put(words, "Cel", "mdc_dim_degc 268192");
    put(words, "L/min", "mdc_dim_x_l_per_min");
    put(words, "kg", "mdc_dim_kilo_g");
    put(words, "cm", "mdc_dim_centi_m");
    put(words, "g", "gram grams");
  }

  private static void same(Map<String, String> words, String list) {
    for (String code : list.split(" ")) {
      words.put(code.toLowerCase(Locale.ROOT), code);
    }
  }

  private static void put(Map<String, String> words, String code, String spellings) {
    for (String spelling : spellings.split(" ")) {
      words.put(spelling, code);
    }
  }
}
