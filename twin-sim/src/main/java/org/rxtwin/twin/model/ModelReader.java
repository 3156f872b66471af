package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.linear.RealMatrix;
import org.rxtwin.knowledge.search.NearestName;
import org.rxtwin.twin.model.Layout.DoseProperty;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a model file into a {@link PkPdModel}, or refuses it and says where. */
public final class ModelReader {
  private static final List<String> KEYS =
      List.of(
          "model",
          "version",
          "drug",
          "confirmed",
          "source",
          "population",
          "domain",
          "not_beside",
          "units",
          "covariates",
          "parameters",
          "compartments",
          "structure",
          "ode",
          "dose",
          "initial",
          "outputs",
          "omega",
          "iov",
          "levels",
          "targets",
          "giving",
          "notes",
          "proof");

  private final YamlSection file;
  private final ModelText text;
  private final Map<String, Expression> parameters = new LinkedHashMap<>();
  private final RealMatrix omega;
  private final Layout layout;

  private ModelReader(YamlSection file) {
    this.file = file;
    file.allowOnly(KEYS);
    if (file.has("iov")) {
      throw new ModelProblem(
          "iov",
          "variability between occasions is not computed yet, and leaving it out would be wrong",
          "use a model without it");
    }
    this.text = ModelTextReader.read(file);
    YamlSection section = file.section("parameters");
    section
        .entries()
        .keySet()
        .forEach(
            name ->
                parameters.put(name, ExpressionParser.parse(section.at(name), section.text(name))));
    this.omega = OmegaReader.read(file);
    List<String> compartments = new ArrayList<>();
    file.list("compartments").forEach(c -> compartments.add(String.valueOf(c)));
    if (compartments.isEmpty()) {
      throw new ModelProblem("compartments", "none", "name at least one compartment");
    }
    this.layout =
        new Layout(
            text.covariates(),
            omega.getRowDimension(),
            List.copyOf(parameters.keySet()),
            compartments);
  }

  /** The model in {@code yaml}. */
  public static PkPdModel read(String yaml) {
    Object root;
    try {
      root =
          new Load(
                  LoadSettings.builder()
                      .setLabel("model file")
                      .setCodePointLimit(1_000_000)
                      .setMaxAliasesForCollections(10)
                      .build())
              .loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new ModelProblem("model file", "not YAML: " + e.getMessage(), "check the indentation");
    }
    return new ModelReader(YamlSection.of("", root)).model();
  }

  private PkPdModel model() {
    Structure structure = structure();
    List<Assignment> inOrder = new ArrayList<>();
    parameters.forEach(
        (name, expression) -> {
          check("parameters." + name, expression, layout.namesBefore(name, false));
          inOrder.add(new Assignment(layout.slot(name), expression));
        });
    List<Assignment> derivatives = equations(structure);
    List<Assignment> doses = doses();
    List<Assignment> initial = initial();
    OutputReader outputs = new OutputReader(file, layout, this::check);
    List<Output> measured = outputs.read();
    checkLevels(measured);
    return new PkPdModel(
        text,
        layout,
        structure,
        new PkPdModel.Programs(
            compile("parameters", inOrder),
            compile("ode", derivatives),
            compile("outputs", outputs.assignments()),
            compile("dose", doses),
            compile("initial", initial)),
        measured,
        omega);
  }

  private void checkLevels(List<Output> measured) {
    List<String> names = measured.stream().map(Output::name).toList();
    for (LevelUse level : text.levels()) {
      if (!level.output().isEmpty() && !names.contains(level.output())) {
        throw new ModelProblem(
            "levels." + level.analyte(),
            "no output is called '" + level.output() + "'",
            NearestName.advice(level.output(), names));
      }
    }
  }

  private Program compile(String where, List<Assignment> assignments) {
    return ProgramWriter.compile(where, assignments, layout.names());
  }

  private Structure structure() {
    if (file.has("ode") == file.has("structure")) {
      throw new ModelProblem("structure", "expected either structure or ode", "keep one of them");
    }
    if (file.has("ode")) {
      return Structure.ODE;
    }
    String word = file.text("structure");
    List<String> words = new ArrayList<>();
    for (Structure s : Structure.values()) {
      words.add(s.word());
    }
    Structure structure =
        Structure.find(word)
            .orElseThrow(
                () ->
                    new ModelProblem(
                        "structure", "unknown: " + word, NearestName.advice(word, words)));
    for (String needed : structure.parameters()) {
      if (!parameters.containsKey(needed)) {
        throw new ModelProblem("parameters", word + " needs " + needed, "add " + needed);
      }
    }
    if (layout.compartments().size() != structure.compartments()) {
      throw new ModelProblem(
          "compartments", word + " has " + structure.compartments(), "name exactly these");
    }
    return structure;
  }

  private List<Assignment> equations(Structure structure) {
    List<?> lines = structure == Structure.ODE ? file.list("ode") : structure.equations();
    if (structure.linear()) {
      return List.of();
    }
    int expected = layout.compartments().size();
    if (lines.size() != expected) {
      throw new ModelProblem(
          "ode",
          "expected one equation a compartment (" + expected + "), found " + lines.size(),
          "an equation or a compartment is missing");
    }
    List<Assignment> equations = new ArrayList<>();
    for (int i = 0; i < expected; i++) {
      equations.add(
          new Assignment(
              layout.derivatives() + i,
              parse("ode[" + (i + 1) + "]", String.valueOf(lines.get(i)), true)));
    }
    return equations;
  }

  private List<Assignment> doses() {
    Map<String, Expression> given = new LinkedHashMap<>();
    if (file.has("dose")) {
      YamlSection section = file.section("dose");
      section.allowOnly(doseKeys());
      for (String key : section.entries().keySet()) {
        given.put(key, parse(section.at(key), section.text(key), false));
      }
    }
    List<Assignment> assignments = new ArrayList<>();
    for (DoseProperty property : DoseProperty.values()) {
      for (int cmt = 1; cmt <= layout.compartments().size(); cmt++) {
        Expression usual = new Expression.Literal(property == DoseProperty.F ? 1 : 0);
        assignments.add(
            new Assignment(
                layout.dose(property, cmt), given.getOrDefault(property + "" + cmt, usual)));
      }
    }
    return assignments;
  }

  private List<String> doseKeys() {
    List<String> keys = new ArrayList<>();
    for (int cmt = 1; cmt <= layout.compartments().size(); cmt++) {
      for (DoseProperty property : DoseProperty.values()) {
        keys.add(property + "" + cmt);
      }
    }
    return keys;
  }

  private List<Assignment> initial() {
    List<Assignment> assignments = new ArrayList<>();
    if (file.has("initial")) {
      YamlSection section = file.section("initial");
      List<String> amounts = new ArrayList<>();
      for (int cmt = 1; cmt <= layout.compartments().size(); cmt++) {
        amounts.add("A" + cmt);
      }
      section.allowOnly(amounts);
      for (String amount : section.entries().keySet()) {
        assignments.add(
            new Assignment(
                layout.slot(amount), parse(section.at(amount), section.text(amount), false)));
      }
    }
    return assignments;
  }

  private Expression parse(String where, String line, boolean amounts) {
    Expression expression = ExpressionParser.parse(where, line);
    check(where, expression, layout.namesBefore("", amounts));
    return expression;
  }

  private void check(String where, Expression expression, List<String> known) {
    Set<String> used = new LinkedHashSet<>();
    expression.collectNames(used);
    for (String name : used) {
      if (parameters.containsKey(name) && !known.contains(name)) {
        throw new ModelProblem(
            where,
            "undefined symbol '" + name + "': it is not defined above this line",
            "move the line of " + name + " up; two parameters cannot need one another");
      }
      if (!known.contains(name)) {
        throw new ModelProblem(
            where, "undefined symbol '" + name + "'", NearestName.advice(name, known));
      }
    }
  }
}
