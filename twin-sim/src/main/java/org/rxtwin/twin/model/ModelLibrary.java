package org.rxtwin.twin.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rxtwin.knowledge.search.NearestName;

/** The shipped models, and a site's own laid over them. Immutable once loaded. */
public final class ModelLibrary {
  private static final String INDEX = "/models/index.txt";

  private final Map<String, PkPdModel> models;
  private final List<String> replaced;

  private ModelLibrary(Map<String, PkPdModel> models, List<String> replaced) {
    this.models = models;
    this.replaced = List.copyOf(replaced);
  }

  /** The models that come with the program. */
  public static ModelLibrary shipped() {
    Map<String, PkPdModel> models = new TreeMap<>();
    for (String id : resource(INDEX).lines().map(String::strip).toList()) {
      if (!id.isEmpty()) {
        add(models, ModelReader.read(resource("/models/" + id + ".yaml")));
      }
    }
    return new ModelLibrary(models, List.of());
  }

  /** These models with every {@code *.yaml} of {@code folder} laid over them, by id. */
  public ModelLibrary with(Path folder) {
    Map<String, PkPdModel> all = new TreeMap<>(models);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(f -> add(all, read(f)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    List<String> taken = new ArrayList<>(replaced);
    models.forEach(
        (id, model) -> {
          if (all.get(id) != model) {
            taken.add(id);
          }
        });
    return new ModelLibrary(all, taken);
  }

  /** Ids of shipped models a site's own file stands in for. */
  public List<String> replaced() {
    return replaced;
  }

  /** All models, by id. */
  public List<PkPdModel> list() {
    return List.copyOf(models.values());
  }

  /** The first model of a drug, by its ingredient name. */
  public Optional<PkPdModel> findForDrug(String drug) {
    return models.values().stream().filter(m -> m.text().drug().equals(drug)).findFirst();
  }

  /** The model of that id; a text that is no id is taken as the path of a model file. */
  public PkPdModel get(String nameOrFile) {
    PkPdModel model = models.get(nameOrFile);
    if (model != null) {
      return model;
    }
    if (Files.isRegularFile(Path.of(nameOrFile))) {
      return read(Path.of(nameOrFile));
    }
    throw new ModelProblem(
        nameOrFile,
        "neither a model of the library nor a file",
        NearestName.advice(nameOrFile, models.keySet()));
  }

  /** Reads one model file. */
  public static PkPdModel read(Path file) {
    try {
      return ModelReader.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, PkPdModel> models, PkPdModel model) {
    models.put(model.id(), model);
  }

  private static String resource(String name) {
    try (InputStream in = ModelLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + name + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
