package org.rxtwin.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes a command is to read: of a file, or standard input for {@code -} and for nothing. */
final class InputText {
  private static final String STANDARD = "-";

  private InputText() {}

  static InputStream open(Terminal terminal, String file) {
    if (file.equals(STANDARD)) {
      if (terminal.typed()) {
        terminal.err().println("Reading standard input; Ctrl-D ends it.");
      }
      return terminal.in();
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new UnusableInput("Expected a file, came the folder " + file);
    }
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new UnusableInput(
          "Expected to read the file "
              + file
              + ", came "
              + e.getClass().getSimpleName()
              + "\nMaybe the path is misspelt.",
          e);
    }
  }

  static byte[] bytes(Terminal terminal, String file) {
    try (InputStream in = open(terminal, file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UnusableInput("Expected to read all of " + file + ", came an error", e);
    }
  }

  /** The text without a byte order mark. */
  static String text(Terminal terminal, String file) {
    String text = new String(bytes(terminal, file), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
