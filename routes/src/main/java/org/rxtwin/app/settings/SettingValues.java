package org.rxtwin.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written, as values; what is not as expected becomes a problem. */
final class SettingValues {
  private final Map<String, WrittenValue> entries;
  private final Path folder;
  private final List<String> problems;

  /** Paths that are not absolute are looked for in the folder of the settings file. */
  SettingValues(Map<String, WrittenValue> entries, Path folder, List<String> problems) {
    this.entries = entries;
    this.folder = folder;
    this.problems = problems;
  }

  <T> T get(SettingKey<T> key) {
    WrittenValue entry = entries.get(key.name());
    if (entry == null) {
      return key.whenUnset();
    }
    Optional<T> value = key.reading().apply(entry.text().strip());
    if (value.isEmpty()) {
      problem(key, "expected " + key.expected() + ", came " + shown(entry.text()));
    }
    return value.orElse(key.whenUnset());
  }

  Optional<Path> path(SettingKey<Optional<String>> key) {
    try {
      return get(key).map(text -> folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      problem(key, "expected " + key.expected());
      return Optional.empty();
    }
  }

  /** A folder that must be there, where one is named. */
  Optional<Path> folder(SettingKey<Optional<String>> key) {
    Optional<Path> path = path(key);
    if (path.isPresent() && !Files.isDirectory(path.get())) {
      problem(key, "there is no folder " + path.get());
    }
    return path;
  }

  Optional<Secret> secret(SettingKey<Optional<String>> key) {
    Optional<Path> file = path(key);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String word = Files.readString(file.get()).stripTrailing();
      if (word.isEmpty()) {
        problem(key, file.get() + " is empty");
      }
      return Optional.of(new Secret(word));
    } catch (IOException e) {
      problem(key, file.get() + " cannot be read: " + e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  void problem(SettingKey<?> key, String what) {
    WrittenValue entry = entries.get(key.name());
    problems.add((entry == null ? "" : entry.where() + ": ") + key.name() + ": " + what);
  }

  private static String shown(String text) {
    return text.isBlank() ? "nothing" : text;
  }
}
