package org.rxtwin.app.home;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * The folder of one installation. Naming its parts touches nothing on the disk; {@link #create}
 * makes them.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** {@code RXTWIN_HOME}, else {@code .rxtwin} in the user's folder. */
  public static Home of(Map<String, String> environment, String userFolder) {
    String named = environment.getOrDefault("RXTWIN_HOME", "");
    return new Home(named.isBlank() ? Path.of(userFolder, ".rxtwin") : Path.of(named));
  }

  /** The site's settings; may be missing. */
  public Path settingsFile() {
    return folder.resolve("rxtwin.yaml");
  }

  /** The SQLite file of charts. */
  public Path database() {
    return folder.resolve("rxtwin.db");
  }

  /** What the embedded broker keeps. */
  public Path journal() {
    return folder.resolve("journal");
  }

  /** Rule sets, a git repository. */
  public Path ruleSets() {
    return folder.resolve("rules");
  }

  /** Rule sets compiled, by hash. */
  public Path compiledSets() {
    return folder.resolve("compiled");
  }

  /** The site's own knowledge. */
  public Path knowledge() {
    return folder.resolve("knowledge");
  }

  /** The site's own twin models. */
  public Path models() {
    return folder.resolve("models");
  }

  /** What the program wrote about itself. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** Makes the folder and its parts where they are missing, open to the owner alone. */
  public Home create() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, ownerOnly("rwx------"));
      }
      for (Path part :
          new Path[] {journal(), ruleSets(), compiledSets(), knowledge(), models(), logs()}) {
        if (!Files.isDirectory(part)) {
          Files.createDirectory(part, ownerOnly("rwx------"));
        }
      }
    } catch (IOException e) {
      throw new HomeProblem(
          "expected to make the home folder "
              + folder
              + ", came "
              + e.getClass().getSimpleName()
              + "\nMaybe set RXTWIN_HOME to a folder that this user may write.",
          e);
    }
    return this;
  }

  /** Whether others on this machine may look into the folder. */
  public boolean openToOthers() {
    try {
      return posix()
          && Files.exists(folder)
          && Files.getPosixFilePermissions(folder).stream().anyMatch(Home::ofOthers);
    } catch (IOException e) {
      throw new HomeProblem(
          "expected to read the permissions of "
              + folder
              + "\nMaybe it belongs to another user; set RXTWIN_HOME to a folder of this one.",
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
    return posix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
        : new FileAttribute<?>[0];
  }

  private static boolean ofOthers(PosixFilePermission permission) {
    return !permission.name().startsWith("OWNER_");
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
