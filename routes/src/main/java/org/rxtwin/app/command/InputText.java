package org.rxtwin.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    } catch (NoSuchFileException e) {
      throw unread(file, "there is none", "the path is misspelt", e);
    } catch (AccessDeniedException e) {
      throw unread(file, "this user may not", "ask its owner, or run as the user who may", e);
    } catch (IOException e) {
      throw unread(file, String.valueOf(e.getMessage()), "the path is misspelt", e);
    }
  }

  private static UnusableInput unread(String file, String came, String maybe, IOException cause) {
    return new UnusableInput(
        "Expected to read the file " + file + ", but " + came + "\nMaybe " + maybe + ".", cause);
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
