package org.rxtwin.knowledge;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the shipped knowledge and lays a site's folder over it; collects every problem instead of
 * the first.
 */
public final class KnowledgeLoader {
  /** What was shipped does not change while a program runs. */
  private static @Nullable KnowledgeLoad shipped;

  private KnowledgeLoader() {}

  /** The shipped knowledge alone, read once. */
  public static synchronized KnowledgeLoad shipped() {
    KnowledgeLoad read = shipped;
    if (read == null) {
      read = load(List.of(new KnowledgeSource.Shipped()));
      shipped = read;
    }
    return read;
  }

  /**
   * The shipped knowledge with a site's folder over it: a row of the same key replaces the shipped
   * one.
   */
  public static KnowledgeLoad withSite(Path folder) {
    return isEmpty(folder) ? shipped() : withFiles(folder);
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static KnowledgeLoad withFiles(Path folder) {
    return load(List.of(new KnowledgeSource.Shipped(), new KnowledgeSource.Site(folder)));
  }

  /** A folder alone, as a whole knowledge of its own. */
  public static KnowledgeLoad folder(Path folder) {
    return load(List.of(new KnowledgeSource.Site(folder)));
  }

  private static KnowledgeLoad load(List<KnowledgeSource> sources) {
    List<KnowledgeProblem> problems = new ArrayList<>();
    for (KnowledgeSource source : sources) {
      for (String stranger : source.strangers()) {
        problems.add(
            KnowledgeProblem.refused(
                new Place(stranger, 1), "-", "a file named after a subject", stranger));
      }
    }
    LocatedTables tables = new LocatedTables();
    Subject.list().forEach(s -> gather(s, sources, tables, problems));
    problems.addAll(KnowledgeCheck.problems(tables));
    boolean refused = problems.stream().anyMatch(p -> p.kind() == KnowledgeProblem.Kind.REFUSED);
    return new KnowledgeLoad(
        refused ? Optional.empty() : Optional.of(Knowledge.of(tables.plain())), problems);
  }

  private static <T extends KnowledgeRow> void gather(
      Subject<T> subject,
      List<KnowledgeSource> sources,
      LocatedTables tables,
      List<KnowledgeProblem> problems) {
    tables.put(subject, merged(subject, sources, problems));
  }

  private static <T extends KnowledgeRow> List<Located<T>> merged(
      Subject<T> subject, List<KnowledgeSource> sources, List<KnowledgeProblem> problems) {
    Map<String, Located<T>> byKey = new LinkedHashMap<>();
    for (KnowledgeSource source : sources) {
      Optional<Reader> text = source.open(subject);
      if (text.isEmpty()) {
        continue;
      }
      for (Located<T> row :
          KnowledgeFile.read(subject, source.name(subject), text.get(), problems)) {
        Located<T> before = byKey.put(row.row().key(), row);
        if (before != null && !before.place().file().equals(row.place().file())) {
          tellConflict(before, row, problems);
        }
      }
    }
    return List.copyOf(byKey.values());
  }

  private static <T extends KnowledgeRow> void tellConflict(
      Located<T> before, Located<T> after, List<KnowledgeProblem> problems) {
    if (!before.row().equals(after.row())) {
      problems.add(
          new KnowledgeProblem(
              KnowledgeProblem.Kind.CONFLICT,
              after.place().file(),
              after.place().line(),
              "-",
              "a key of the site's own",
              after.row().key()
                  + " ("
                  + before.place().file()
                  + ":"
                  + before.place().line()
                  + ")"));
    }
  }
}
