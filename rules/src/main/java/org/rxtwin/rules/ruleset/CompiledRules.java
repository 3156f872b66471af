package org.rxtwin.rules.ruleset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.model.Model;
import org.drools.modelcompiler.CanonicalKieModuleModel;

/**
 * The classes of a compiled set, loaded apart. A second wall behind the allow-list: classes that
 * reach out of the program cannot be linked from here.
 */
final class CompiledRules extends ClassLoader {
  private static final List<String> WALLED =
      List.of(
          "java.lang.Runtime",
          "java.lang.System",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Thread",
          "java.lang.ClassLoader",
          "java.lang.reflect.",
          "java.io.",
          "java.net.",
          "java.nio.",
          "javax.script.",
          "sun.",
          "jdk.");

  private final Map<String, byte[]> classes = new TreeMap<>();

  private CompiledRules(byte[] jar) {
    super(CompiledRules.class.getClassLoader());
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        String name = each.getName();
        if (name.endsWith(".class")) {
          classes.put(name.substring(0, name.length() - 6).replace('/', '.'), zip.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The executable models in a compiled set, one a rule. */
  static List<Model> models(byte[] jar) {
    CompiledRules loader = new CompiledRules(jar);
    String name =
        loader.classes.keySet().stream()
            .filter(each -> each.startsWith("org.drools.project.model.ProjectModel"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(unusable("no project model")));
    try {
      Object model = loader.loadClass(name).getConstructor().newInstance();
      return ((CanonicalKieModuleModel) model).getModels();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(unusable(e.getClass().getSimpleName()), e);
    }
  }

  private static String unusable(String came) {
    return "expected a compiled rule set, came one with "
        + came
        + "\nMaybe it was stored by another version; remove it and it is compiled again.";
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (WALLED.stream().anyMatch(each -> walled(each, name))) {
      throw new ClassNotFoundException(name + " is out of reach for rules");
    }
    return super.loadClass(name, resolve);
  }

  /** A package ends with a dot, a class does not. */
  private static boolean walled(String wall, String name) {
    return wall.endsWith(".") ? name.startsWith(wall) : name.equals(wall);
  }
}
