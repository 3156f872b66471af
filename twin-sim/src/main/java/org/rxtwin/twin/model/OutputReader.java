package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rxtwin.knowledge.search.NearestName;
import org.rxtwin.twin.model.Expression.Binary;
import org.rxtwin.twin.model.Expression.Name;
import org.rxtwin.twin.model.Expression.Operator;

/** Reads what can be measured: a scaled compartment, or an expression with its own number. */
final class OutputReader {
  /** Refuses an expression that uses a name not known. */
  interface SymbolCheck {
    void check(String where, Expression expression, List<String> known);
  }

  private final YamlSection file;
  private final Layout layout;
  private final SymbolCheck symbols;
  private final List<Assignment> assignments = new ArrayList<>();

  OutputReader(YamlSection file, Layout layout, SymbolCheck symbols) {
    this.file = file;
    this.layout = layout;
    this.symbols = symbols;
  }

  List<Assignment> assignments() {
    return List.copyOf(assignments);
  }

  List<Output> read() {
    YamlSection section = file.section("outputs");
    List<String> known = layout.namesBefore("", true);
    List<Output> outputs = new ArrayList<>();
    for (String name : section.entries().keySet()) {
      YamlSection one = section.section(name);
      one.allowOnly(List.of("cmt", "scale", "value", "error", "within_log_var"));
      Expression expression = expression(name, one);
      symbols.check(one.path(), expression, known);
      Output output = output(name, one);
      if (outputs.stream().anyMatch(o -> o.cmt() == output.cmt())) {
        throw new ModelProblem(one.at("cmt"), "number taken", "give each output its own number");
      }
      outputs.add(output);
      assignments.add(new Assignment(output.slot(), expression));
    }
    if (outputs.isEmpty()) {
      throw new ModelProblem("outputs", "none", "name what is measured");
    }
    return outputs;
  }

  private Output output(String name, YamlSection one) {
    ErrorModel error = error(one);
    if (one.has("within_log_var") && (error == null || !error.logarithmic())) {
      throw new ModelProblem(
          one.at("within_log_var"), "stands beside log_var only", "write the error as log_var");
    }
    try {
      return new Output(
          name,
          cmt(name, one),
          layout.add("output " + name),
          error,
          one.number("within_log_var", 0));
    } catch (ModelProblem e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ModelProblem(
          one.at("within_log_var"), String.valueOf(e.getMessage()), "write 0.0081 for 9 %");
    }
  }

  private Expression expression(String name, YamlSection one) {
    if (one.has("value") == one.has("scale")) {
      throw new ModelProblem(one.path(), "expected either scale or value", "keep one of them");
    }
    if (one.has("value")) {
      return ExpressionParser.parse(one.at("value"), one.text("value"));
    }
    int cmt = layout.compartments().indexOf(name) + 1;
    if (cmt == 0) {
      throw new ModelProblem(
          one.path(),
          "a scaled output is a compartment, and " + name + " is none",
          NearestName.advice(name, layout.compartments()));
    }
    Expression scale = ExpressionParser.parse(one.at("scale"), one.text("scale"));
    return new Binary(Operator.DIVIDE, new Name("A" + cmt), scale);
  }

  private int cmt(String name, YamlSection one) {
    if (one.has("cmt")) {
      double number = one.number("cmt");
      if (!(number >= 1 && number <= 1_000 && number == StrictMath.rint(number))) {
        throw new ModelProblem(
            one.at("cmt"),
            "expected a whole number of at least 1, came " + number,
            "number it above the compartments");
      }
      return (int) number;
    }
    int cmt = layout.compartments().indexOf(name) + 1;
    if (cmt == 0) {
      throw new ModelProblem(one.at("cmt"), "missing", "number it above the compartments");
    }
    return cmt;
  }

  private static @Nullable ErrorModel error(YamlSection one) {
    if (!one.has("error")) {
      return null;
    }
    YamlSection error = one.section("error");
    error.allowOnly(List.of("prop_var", "add_var", "log_var"));
    boolean logarithmic = error.has("log_var");
    if (logarithmic && (error.has("prop_var") || error.has("add_var"))) {
      throw new ModelProblem(error.path(), "log_var stands alone", "remove the others");
    }
    try {
      return logarithmic
          ? new ErrorModel(0, error.number("log_var"), true)
          : new ErrorModel(error.number("prop_var", 0), error.number("add_var", 0), false);
    } catch (ModelProblem e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ModelProblem(error.path(), String.valueOf(e.getMessage()), "check the variances");
    }
  }
}
