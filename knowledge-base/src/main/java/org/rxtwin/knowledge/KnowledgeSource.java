package org.rxtwin.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where knowledge files lie: shipped on the class path, or in a site's folder. */
sealed interface KnowledgeSource {
  /** The text of a subject's file, if there is one. */
  Optional<Reader> open(Subject<?> subject);

  /** The file as told to people. */
  String name(Subject<?> subject);

  /** Names of CSV files that belong to no subject. */
  List<String> strangers();

  /** The files that come with the program. */
  record Shipped() implements KnowledgeSource {
    @Override
    public Optional<Reader> open(Subject<?> subject) {
      InputStream bytes = Shipped.class.getResourceAsStream("/" + name(subject));
      return Optional.ofNullable(bytes).map(b -> new InputStreamReader(b, StandardCharsets.UTF_8));
    }

    @Override
    public String name(Subject<?> subject) {
      return "knowledge/" + subject.id() + ".csv";
    }

    @Override
    public List<String> strangers() {
      return List.of();
    }
  }

  /** A site's own files of the same form. */
  record Site(Path folder) implements KnowledgeSource {
    @Override
    public Optional<Reader> open(Subject<?> subject) {
      Path file = folder.resolve(subject.id() + ".csv");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.newBufferedReader(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Expected to read " + file + ".\nMaybe its owner or mode is wrong.", e);
      }
    }

    @Override
    public String name(Subject<?> subject) {
      return folder.resolve(subject.id() + ".csv").toString();
    }

    @Override
    public List<String> strangers() {
      List<String> known = Subject.list().stream().map(s -> s.id() + ".csv").toList();
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .map(f -> f.getFileName().toString())
            .filter(f -> f.endsWith(".csv") && !known.contains(f))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Expected to list " + folder + ".\nMaybe its owner or mode is wrong.", e);
      }
    }
  }
}
