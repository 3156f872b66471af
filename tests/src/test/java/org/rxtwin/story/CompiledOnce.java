package org.rxtwin.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The shipped rules as the first hospital of this process compiled them. The next ones find them
 * stored, as a server does that is started again.
 */
final class CompiledOnce {
  private static final Map<String, byte[]> SETS = new TreeMap<>();

  private CompiledOnce() {}

  static synchronized void into(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : SETS.entrySet()) {
      Path file = folder.resolve(each.getKey());
      if (Files.notExists(file)) {
        Files.write(file, each.getValue());
      }
    }
  }

  static synchronized void outOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        SETS.putIfAbsent(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
  }
}
