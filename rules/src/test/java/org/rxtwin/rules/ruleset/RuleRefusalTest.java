package org.rxtwin.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file can never run code: each attack is refused before anything is compiled. */
class RuleRefusalTest {
  private static final String ID = "allergy/attack";
  private static final String THEN = "report($a, Tier.LOG, \"{drug}\", \"Ask today.\");";

  private static RuleFile file(String drl) {
    return new RuleFile(ID, "rules/" + ID, drl, "");
  }

  private static String rule(String head, String when, String then) {
    return head + "\nrule \"allergy/attack\"\nwhen\n  " + when + "\nthen\n  " + then + "\nend\n";
  }

  private static final String PLAIN = "$a : AllergyFact( tolerated == true )";

  @Test
  void the_rule_the_attacks_are_made_of_is_itself_let_through() {
    assertThat(RuleReader.read(file(rule("", PLAIN, THEN))).id()).isEqualTo(ID);
    assertThat(
            RuleReader.read(
                    file(
                        rule(
                            "package rules;\nimport org.rxtwin.rules.screening.fact.AllergyFact;"
                                + "\nimport org.rxtwin.chart.Tier;",
                            "// a comment\n  $a : AllergyFact( !(tolerated == true || drug not in"
                                + " (\"x\")) && (tolerated == false), $d : drug )\n"
                                + "  not AllergyFact( drug == $d, reaction == Reaction.BENIGN )",
                            THEN)))
                .when())
        .hasSize(2);
  }

  static Stream<String> heads() {
    return Stream.of(
        "import java.lang.Runtime;",
        "import java.util.*;",
        "import static java.lang.System.exit;",
        "import function java.lang.System.exit;",
        "import org.rxtwin.rules.screening.fact.*; import java.io.File;",
        "import org.rxtwin.chart.Chart;",
        "import accumulate java.util.ArrayList sum;",
        "global java.lang.Runtime runtime;",
        "function void boom() { System.exit(1); }",
        "declare Bomb\n  at : java.util.Date = new java.util.Date()\nend",
        "declare enum E A(1); n : int end",
        "declare entry-point Feed end",
        "declare window W AllergyFact() over window:length(1) end",
        "query \"q\"() AllergyFact() end",
        "dialect \"mvel\";",
        "package java.lang;",
        "rule \"other\" when then end",
        "unit org.rxtwin.Unit;");
  }

  @ParameterizedTest
  @MethodSource("heads")
  void nothing_stands_before_the_rule_but_imports_of_facts(String head) {
    refused(rule(head, PLAIN, THEN));
  }

  static Stream<String> lines() {
    return Stream.of(
        "eval( Runtime.getRuntime() != null )",
        PLAIN + "\n  eval(true)",
        "$a : AllergyFact( eval(true) )",
        "$a : AllergyFact( getClass() != null )",
        "$a : AllergyFact( this.getClass().getName() == \"x\" )",
        "$a : AllergyFact( class.name == \"x\" )",
        "$a : AllergyFact( drug.length() > 2 )",
        "$a : AllergyFact( drug.toString == \"x\" )",
        "$a : AllergyFact( grounds != null )",
        "$a : AllergyFact( grounds.hazard == \"x\" )",
        "$a : AllergyFact( drug == System.getProperty(\"user.home\") )",
        "$a : AllergyFact( drug == new String(\"x\") )",
        "$a : AllergyFact( drug == \"x\" + Runtime.getRuntime() )",
        "$a : AllergyFact( java.lang.System.exit(1) == null )",
        "$a : AllergyFact( drug matches \"(a+)+$\" )",
        "$a : AllergyFact( drug str[startsWith] \"x\" )",
        "$a : AllergyFact( drug == \"\\u0022\" )",
        "$a : AllergyFact( dr\\u0075g == \"x\" )",
        "$a : AllergyFact( tolerated == true /* hidden */ || drug == \"x\".intern() )",
        "$a : AllergyFact( tolerated = true )",
        "$a : AllergyFact( tolerated == (true ? true : false) )",
        "$a : AllergyFact( drug == $later )",
        "$a : AllergyFact( $d : drug, tolerated == $d )",
        "$a : AllergyFact( reaction == Runtime.EXIT )",
        "$a : AllergyFact( reaction == Reaction.valueOf(\"BENIGN\") )",
        "$a : AllergyFact( drug == 5 )",
        "$a : AllergyFact( tolerated > false )",
        "$a : AllergyFact( nonsense == true )",
        "$a : AllergyFact( tolerated == true ) from $x.all()",
        "$a : AllergyFact() from java.util.List.of()",
        "$a : AllergyFact( ) over window:time( 1m )",
        "$a : AllergyFact( ) @watch( * )",
        "$a : AllergyFact( ) from entry-point \"x\"",
        "$a : AllergyFact( ) and accumulate( AllergyFact($d : drug); $n : count($d) )",
        "$n : Number() from accumulate( AllergyFact(), init( System.exit(1); ), action(), result(1) )",
        "$n : java.util.List() from collect( AllergyFact() )",
        "forall( AllergyFact( tolerated == true ) )",
        "exists AllergyFact()",
        PLAIN + " or AllergyFact()",
        "not ( AllergyFact() and AllergyFact() )",
        "not( $b : AllergyFact() )",
        "$a : java.lang.Runtime()",
        "$a : Object()",
        "$a : AllergyFact( ) \n $a : AllergyFact( )",
        "$a : /facts/allergies[ drug == \"x\" ]",
        "?query( $a; )",
        PLAIN + " do[now]",
        "AllergyFact()",
        "$a := AllergyFact()",
        "$a : AllergyFact( $a : drug )");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void no_java_stands_in_the_condition(String when) {
    refused(rule("", when, THEN));
  }

  static Stream<String> consequences() {
    String args = "($a, Tier.LOG, \"{drug}\", \"Ask today.\")";
    return Stream.of(
        "",
        "System.exit(1);",
        "Runtime.getRuntime().exec(\"id\");",
        THEN + " System.exit(1);",
        THEN + THEN,
        "{ " + THEN + " }",
        "if (true) " + THEN,
        THEN + " // and more",
        "/* hidden */ " + THEN,
        "drools.halt();",
        "with($a) { tolerated = false }",
        "modify($a) { setDrug(\"x\") }",
        "insert(new Object());",
        "insertLogical($a);",
        "delete($a);",
        "kcontext.getKieRuntime();",
        "report" + args + ".toString();",
        "this.report" + args + ";",
        "report(new Object(), Tier.LOG, \"{drug}\", \"Ask today.\");",
        "report($a, Tier.valueOf(\"LOG\"), \"{drug}\", \"Ask today.\");",
        "report($a, Tier.NEVER, \"{drug}\", \"Ask today.\");",
        "report($a, $x, \"{drug}\", \"Ask today.\");",
        "report($a, Tier.LOG, \"{drug}\" + $a, \"Ask today.\");",
        "report($a, Tier.LOG, \"{class}\", \"Ask today.\");",
        "report($a, Tier.LOG, \"{grounds}\", \"Ask today.\");",
        "report($a, Tier.LOG, \"x\\\"); System.exit(1); (\\\"\", \"Ask today.\");",
        "report($a, Tier.LOG, \"\", \"Ask today.\");",
        "report($a, Tier.LOG, \"" + "x".repeat(140) + "\", \"Ask today.\");",
        "report($a, Tier.LOG, \"{drug}\", \"Monitor {drug}.\");",
        "report($a, Tier.LOG, \"{drug}\", \"Use caution.\");",
        "report($a, Tier.LOG, \"{drug}\", \"Consider another drug.\");",
        "report($a, Tier.LOG, \"{drug}\");");
  }

  @ParameterizedTest
  @MethodSource("consequences")
  void the_right_hand_side_is_exactly_one_report(String then) {
    refused(rule("", PLAIN, then));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salience 100",
        "dialect \"mvel\"",
        "no-loop true",
        "timer (int: 1s)",
        "agenda-group \"x\"",
        "date-effective \"1-JAN-2020\"",
        "duration 100",
        "enabled ( System.exit(1) )",
        "@Propagation(IMMEDIATE)",
        "extends \"other\""
      })
  void a_rule_has_no_attribute_annotation_or_parent(String attribute) {
    refused(
        "rule \"allergy/attack\" "
            + attribute
            + "\nwhen\n "
            + PLAIN
            + "\nthen\n "
            + THEN
            + "\nend\n");
  }

  @Test
  void a_rule_is_named_as_its_folder_and_its_kind_is_known() {
    refused(rule("", PLAIN, THEN).replace("allergy/attack", "allergy/other"));
    RuleFile strange =
        new RuleFile("tea/attack", "x", rule("", PLAIN, THEN).replace("allergy/", "tea/"), "");
    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> RuleReader.read(strange))
        .withMessageContaining("a kind of finding");
    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> new RuleFile("../up", "x", "", ""));
  }

  @Test
  void an_invisible_sign_and_a_twenty_sixth_line_are_refused() {
    refused(rule("", PLAIN.replace("true", "true\u202e"), THEN));
    refused(rule("", PLAIN.replace("tolerated", "tolera\u200bted"), THEN));
    String long26 = Stream.generate(() -> "// line").limit(22).collect(Collectors.joining("\n"));
    refused(rule(long26, PLAIN, THEN));
    refused("rule ((( ");
    refused("");
  }

  @Test
  void a_refusal_names_file_line_what_was_expected_what_came_and_a_way_out() {
    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(
            () ->
                RuleReader.read(
                    file(rule("", PLAIN + "\n  $b : AllergyFact( drgu == \"x\" )", THEN))))
        .withMessageContaining("rules/allergy/attack/rule.drl line 5")
        .withMessageContaining("expected a component of AllergyFact [drug, allergen,")
        .withMessageContaining("came 'drgu'")
        .withMessageContaining("\nMaybe it is misspelt");
  }

  @Test
  void behind_the_allow_list_a_compiled_rule_cannot_link_what_reaches_out() {
    RuleTree tree = RuleReader.read(file(rule("", PLAIN, THEN)));
    byte[] jar = RuleCompiler.compile("wall", List.of(tree));
    ClassLoader loader = CompiledRules.models(jar).get(0).getClass().getClassLoader();

    for (String name :
        List.of(
            "java.lang.Runtime", "java.lang.System", "java.lang.reflect.Method", "java.io.File")) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(() -> loader.loadClass(name));
    }
  }

  private static void refused(String drl) {
    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> RuleReader.read(file(drl)))
        .withMessageContaining("expected")
        .withMessageContaining("\nMaybe ");
  }
}
