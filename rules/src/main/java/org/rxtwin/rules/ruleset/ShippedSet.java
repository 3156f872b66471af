package org.rxtwin.rules.ruleset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles the shipped rules while the program is built, so that no server and no test has to do it
 * again: the set lies among the program's own resources, where {@link RuleSets} looks for it first.
 */
public final class ShippedSet {
  private ShippedSet() {}

  /**
   * Compiles the shipped rules, tries them on their own cases and keeps the set. Where it was kept
   * before, nothing is done.
   *
   * @param args the folder of the program's resources
   */
  public static void main(String... args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "expected one folder, came " + args.length + "\nMaybe the build calls this wrongly.");
    }
    Path folder = Path.of(args[0]).resolve(CompiledStore.SHIPPED);
    RuleSet set = RuleSets.load(folder, List.of());
    if (Files.isDirectory(folder)) {
      dropOlder(folder, set.hash());
    }
  }

  private static void dropOlder(Path folder, String hash) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.toList()) {
        if (!each.getFileName().toString().startsWith(hash)) {
          Files.delete(each);
        }
      }
    }
  }
}
