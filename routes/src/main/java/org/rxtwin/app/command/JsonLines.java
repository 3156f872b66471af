package org.rxtwin.app.command;

import org.rxtwin.hl7.reader.ReadJson;
import org.rxtwin.hl7.reader.ReadMessage;

/** A line of JSON for each message. */
record JsonLines(Terminal terminal, ReadJson json) implements ReadAnswer {
  JsonLines(Terminal terminal) {
    this(terminal, new ReadJson());
  }

  @Override
  public void add(String file, ReadMessage message) {
    terminal.out().print(json.write(message) + "\n");
  }

  /** Each line stands already. */
  @Override
  public void end() {}
}
