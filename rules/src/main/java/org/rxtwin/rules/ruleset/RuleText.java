package org.rxtwin.rules.ruleset;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.rxtwin.chart.FindingKind;

/** Parses the text of a rule file and lets through one rule and imports of facts, nothing else. */
final class RuleText {
  private static final int MOST_LINES = 25;

  private RuleText() {}

  static RuleDescr parse(RuleFile file) {
    checkCharacters(file);
    PackageDescr descr = descr(file);
    only(file, descr.getFunctions(), "a function");
    only(file, descr.getFunctionImports(), "a static import");
    only(file, descr.getAccumulateImports(), "an imported accumulate function");
    only(file, descr.getGlobals(), "a global");
    only(file, descr.getTypeDeclarations(), "a declared type");
    only(file, descr.getEnumDeclarations(), "a declared enum");
    only(file, descr.getEntryPointDeclarations(), "an entry point");
    only(file, descr.getWindowDeclarations(), "a window");
    only(file, descr.getAttributes(), "an attribute of the package");
    descr.getImports().forEach(each -> checkImport(file, each));
    checkPackage(file, descr);
    return rule(file, descr);
  }

  private static void checkCharacters(RuleFile file) {
    String text = file.drl();
    long lines = text.lines().filter(each -> !each.isBlank()).count();
    if (lines > MOST_LINES) {
      throw refused(
          file, 0, "at most 25 lines", lines + " lines", "two rules are hidden in this one.");
    }
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      boolean plain = c == '\n' || c == '\t' || (c >= ' ' && c < 127) || Character.isLetter(c);
      if (!plain || c == '\\') {
        throw refused(
            file,
            line,
            "letters, digits and plain punctuation",
            c == '\\' ? "a backslash" : "character " + (int) c,
            "an escape or an invisible sign was pasted in.");
      }
    }
  }

  private static PackageDescr descr(RuleFile file) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, file.drl());
      if (descr != null && !parser.hasErrors()) {
        return descr;
      }
    } catch (DroolsParserException | RuntimeException e) {
      throw refused(file, 0, "a rule", "a text that cannot be parsed", "a bracket is missing.");
    }
    DroolsError first = parser.getErrors().get(0);
    int line = first.getLines().length > 0 ? first.getLines()[0] : 0;
    String what =
        parser.getErrors().stream()
            .map(each -> String.valueOf(each.getMessage()).lines().findFirst().orElse(""))
            .collect(Collectors.joining("; "));
    throw refused(
        file,
        line,
        "a rule",
        "a text that cannot be parsed: " + what,
        "a bracket, a quotation mark, 'then' or 'end' is missing at or before that line.");
  }

  private static void only(RuleFile file, Collection<?> found, String what) {
    if (!found.isEmpty()) {
      throw refused(
          file,
          0,
          "imports of facts and one rule",
          what,
          "delete it, and compare a component that the fact already has.");
    }
  }

  private static void checkImport(RuleFile file, ImportDescr descr) {
    if (!FactType.importable(descr.getTarget())) {
      throw refused(
          file,
          descr.getLine(),
          "imports of org.rxtwin.rules.screening.fact only",
          "'" + descr.getTarget() + "'",
          "delete this line: a rule needs no other import.");
    }
  }

  private static void checkPackage(RuleFile file, PackageDescr descr) {
    String name = descr.getName();
    if (name != null && !name.isEmpty() && !name.equals("rules")) {
      throw refused(
          file,
          descr.getLine(),
          "'package rules' or none",
          "'package " + name + "'",
          "the folder already names the rule.");
    }
  }

  private static RuleDescr rule(RuleFile file, PackageDescr descr) {
    List<RuleDescr> rules = descr.getRules();
    if (rules.size() != 1 || rules.get(0) instanceof QueryDescr) {
      throw refused(
          file, 0, "exactly one rule", rules.size() + " rules or a query", "each needs a folder.");
    }
    RuleDescr rule = rules.get(0);
    if (!file.id().equals(rule.getName())) {
      throw refused(
          file,
          rule.getLine(),
          "rule \"" + file.id() + "\"",
          "rule \"" + rule.getName() + "\"",
          "the folder was copied and the rule not renamed.");
    }
    only(file, rule.getAttributes().values(), "an attribute such as salience, timer or dialect");
    only(file, rule.getAnnotationNames(), "an annotation of the rule");
    only(file, rule.getNamedConsequences().values(), "a named consequence");
    only(file, rule.getParentName() == null ? List.of() : List.of(1), "a parent rule");
    checkKind(file);
    return rule;
  }

  private static void checkKind(RuleFile file) {
    try {
      FindingKind.ofWire(file.kind());
    } catch (IllegalArgumentException e) {
      throw refused(
          file, 0, "a kind of finding", "'" + file.kind() + "'", "the folder is misspelt.");
    }
  }

  private static RuleRefusedException refused(
      RuleFile file, int line, String expected, String came, String maybe) {
    return new RuleRefusedException(file.origin() + "/rule.drl", line, expected, came, maybe);
  }
}
