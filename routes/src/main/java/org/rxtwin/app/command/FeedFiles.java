package org.rxtwin.app.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.hl7.envelope.MessageFile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;

/** HL7 files that a command was given, in order, each with its messages. */
record FeedFiles(List<FeedFile> files) {
  FeedFiles {
    files = List.copyOf(files);
  }

  /** One file; it may hold no message. */
  record FeedFile(String name, List<byte[]> messages) {
    FeedFile {
      messages = List.copyOf(messages);
    }
  }

  /** Reads the files named, or standard input where none is. */
  static FeedFiles read(Terminal terminal, List<String> names) {
    return new FeedFiles(
        (names.isEmpty() ? List.of("-") : names)
            .stream()
                .map(name -> new FeedFile(name, MessageFile.split(InputText.bytes(terminal, name))))
                .toList());
  }

  boolean empty() {
    return files.stream().allMatch(file -> file.messages().isEmpty());
  }

  /** The first time any message tells of itself (MSH-7). */
  Optional<Instant> firstTime(FeedProfiles profiles, Instant now) {
    HL7Reader reader = new HL7Reader();
    return files.stream()
        .flatMap(file -> file.messages().stream())
        .flatMap(each -> reader.read(each, profiles, now).messageTime().stream())
        .map(ClinicalTime::instant)
        .findFirst();
  }
}
