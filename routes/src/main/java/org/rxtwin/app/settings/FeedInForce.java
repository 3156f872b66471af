package org.rxtwin.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.hl7.feed.FeedProfile;

/**
 * A feed with where its tables come from.
 *
 * @param profile what is agreed, tables of all places together
 * @param inline what stands in the settings themselves: key of the section, code or word, meaning
 * @param overrides words that this sender means otherwise than everybody
 * @param folder where its files lie, if it names a folder
 * @param files what was found there
 */
public record FeedInForce(
    FeedProfile profile,
    Map<String, Map<String, String>> inline,
    Set<String> overrides,
    Optional<Path> folder,
    List<Counted> files) {
  public FeedInForce {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param file its name in the folder
   * @param rows rows whose meaning is written down, of this sender
   * @param open rows of this sender that have none yet
   */
  public record Counted(String file, int rows, int open) {}
}
