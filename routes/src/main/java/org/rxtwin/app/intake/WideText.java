package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import org.rxtwin.app.intake.FrameEnd.Verdict;

/**
 * Tells an end mark in UTF-16, where half a letter may be 1C and two bytes be both a letter and the
 * end. The marks are single bytes between two letters, or letters themselves, where a sender has
 * turned the whole frame into UTF-16: then what follows 0B looks big-endian in either byte order.
 */
enum WideText {
  LITTLE_ENDIAN,
  BIG_ENDIAN;

  /** Line ends behind an end mark; the two bytes of one in UTF-16 count for two. */
  private static final int MOST_BEHIND = 8;

  Verdict verdict(ByteBuf in, int begin, int at, boolean betweenLetters) {
    if (betweenLetters) {
      return byWhatFollows(in, at, isLineEnd(in, begin, at - 2), false);
    }
    boolean letter = this == BIG_ENDIAN && at > begin && in.getByte(at - 1) == 0;
    return letter ? byWhatFollows(in, at, isLineEnd(in, begin, at - 3), true) : Verdict.TEXT;
  }

  /**
   * Line ends and a new frame stand behind an end, or nothing. What may be a letter still is the
   * end at once where it begins a line, for no segment begins so.
   */
  private static Verdict byWhatFollows(ByteBuf in, int at, boolean beginsLine, boolean letter) {
    int to = in.writerIndex();
    int next = at + 1;
    boolean returned = false;
    while (next < to && next <= at + MOST_BEHIND && isBlank(in.getByte(next), letter)) {
      returned |= in.getByte(next) == '\r';
      next++;
    }
    if (next == to) {
      return beginsLine && returned ? Verdict.END : Verdict.OPEN;
    }
    if (!returned || in.getByte(next) != MllpFrameDecoder.START) {
      return Verdict.TEXT;
    }
    if (next + 1 == to) {
      return Verdict.OPEN;
    }
    return beginsFrame(in.getByte(next + 1)) ? Verdict.END : Verdict.TEXT;
  }

  private static boolean isBlank(byte each, boolean letter) {
    return each == '\r' || each == '\n' || (letter && each == 0);
  }

  /** A head of a message, batch or file in any set, or a start mark sent twice. */
  private static boolean beginsFrame(byte first) {
    return first == 0
        || first == 'M'
        || first == 'B'
        || first == 'F'
        || first == (byte) 0xef
        || first == (byte) 0xfe
        || first == (byte) 0xff
        || first == MllpFrameDecoder.START;
  }

  private boolean isLineEnd(ByteBuf in, int begin, int at) {
    if (at < begin) {
      return false;
    }
    int unit = this == BIG_ENDIAN ? in.getUnsignedShort(at) : in.getUnsignedShortLE(at);
    return unit == '\r' || unit == '\n';
  }
}
