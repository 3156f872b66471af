package org.rxtwin.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rxtwin.app.Engine;
import org.rxtwin.hl7.envelope.MessageFile;

/** The three weeks of the demonstration, in which the stories of all checks and twins happen. */
final class Demonstration {
  private Demonstration() {}

  /** Its messages in order, each with carriage returns. */
  static List<String> messages() throws IOException {
    List<String> messages = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(Engine.class.getResourceAsStream("/demo/three-weeks.hl7"))) {
      for (byte[] each : MessageFile.split(file.readAllBytes())) {
        messages.add(new String(each, StandardCharsets.UTF_8).replace('\n', '\r'));
      }
    }
    return messages;
  }

  /** The alerts of these messages, in a home of their own. */
  static List<JsonNode> alerts(Path home, List<String> messages) throws IOException {
    try (CheckedFeed feed = CheckedFeed.open(home)) {
      messages.forEach(feed::send);
      return feed.alerts();
    }
  }
}
