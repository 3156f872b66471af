package org.rxtwin.app.command;

import org.rxtwin.hl7.reader.ReadMessage;

/** How the command {@code read} tells what it read. */
interface ReadAnswer {
  /** Takes the bytes that hold one message or a few, before what was read of them. */
  default void addBytes(byte[] frame) {}

  /** Takes one message. */
  void add(String file, ReadMessage message);

  /** Whether the answer itself tells every problem, so that nothing else need do it. */
  default boolean tellsProblems() {
    return false;
  }

  /** Tells what is left to tell after the last message. */
  void end();
}
