package org.rxtwin.rules.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds rule files: those shipped, and those in a site's folder. */
public final class RuleFolder {
  private static final String SHIPPED = "/rules/";

  private RuleFolder() {}

  /** The shipped rules, by id. */
  public static List<RuleFile> shipped() {
    return text(SHIPPED + "rules.txt")
        .lines()
        .filter(each -> !each.isBlank())
        .sorted()
        .map(
            id ->
                new RuleFile(
                    id,
                    "rules/" + id,
                    text(SHIPPED + id + "/rule.drl"),
                    text(SHIPPED + id + "/cases.yaml")))
        .toList();
  }

  /** The rules below a folder, by id; none where it does not exist. */
  public static List<RuleFile> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.endsWith("rule.drl"))
          .sorted()
          .map(each -> read(folder, each.resolveSibling("")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleFile read(Path root, Path folder) {
    String id = root.relativize(folder).toString().replace('\\', '/');
    Path cases = folder.resolve("cases.yaml");
    if (!Files.isRegularFile(cases)) {
      throw new RuleRefusedException(
          folder.toString(), 0, "cases.yaml beside rule.drl", "none", "it has another name.");
    }
    try {
      return new RuleFile(
          id,
          folder.toString(),
          Files.readString(folder.resolve("rule.drl")),
          Files.readString(cases));
    } catch (IOException e) {
      throw new RuleRefusedException(
          folder.toString(), 0, "readable UTF-8 files", e.getClass().getSimpleName(), "rights.");
    }
  }

  private static String text(String resource) {
    try (InputStream in = RuleFolder.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new RuleRefusedException(
            resource, 0, "a shipped file", "none", "rules.txt names a folder that is not there.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
