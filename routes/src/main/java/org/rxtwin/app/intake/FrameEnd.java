package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;

/**
 * Tells the end of a frame from a byte 1C inside a text. A frame ends at 1C 0D. Senders leave the
 * 0D out: then the next frame begins behind 1C, or nothing comes behind it. In UTF-16 half a
 * character may be 1C, so there only whole characters are looked at.
 */
final class FrameEnd {
  static final byte MARK = 0x1c;

  private boolean wide;
  private boolean undecided;

  /** Whether the last byte may be the end, which what comes or does not come will tell. */
  boolean isUndecided() {
    return undecided;
  }

  /**
   * Where the end mark stands; below 0 where it is not there, or not yet told.
   *
   * @param begin of the content, or of what is left of it
   * @param from where to look on
   * @param even whether an even number of the content's bytes came before begin
   * @param quiet whether the sender has stopped sending
   */
  int find(ByteBuf in, int begin, int from, boolean even, boolean quiet) {
    int to = in.writerIndex();
    undecided = false;
    for (int at = in.indexOf(from, to, MARK); at >= 0; at = in.indexOf(at + 1, to, MARK)) {
      boolean whole = !wide || ((at - begin) % 2 == 0) == even;
      if (whole && ends(in, begin, at, quiet)) {
        return at;
      }
    }
    return -1;
  }

  /** Looks at the first bytes of a frame's content. */
  void begin(ByteBuf in, int begin) {
    wide = begin + 1 < in.writerIndex() && isWide(in.getUnsignedShort(begin));
  }

  private static boolean isWide(int firstTwo) {
    return firstTwo == 0xfeff || firstTwo == 0xfffe || firstTwo == 'M' || firstTwo == 'M' << 8;
  }

  private boolean ends(ByteBuf in, int begin, int at, boolean quiet) {
    int to = in.writerIndex();
    int next = at + 1 < to && in.getByte(at + 1) == '\n' ? at + 2 : at + 1;
    if (next < to) {
      byte behind = in.getByte(next);
      boolean told = behind == '\r' || behind == MllpFrameDecoder.START;
      return wide ? behind == '\r' && nothingBehind(in, next + 1) : told;
    }
    undecided = !quiet && !lineEndsBefore(in, begin, at);
    return !undecided;
  }

  /** In UTF-16 the two bytes of the end are a letter too, behind which others come. */
  private static boolean nothingBehind(ByteBuf in, int next) {
    return next == in.writerIndex()
        || in.getByte(next) == MllpFrameDecoder.START
        || isLineEnd(in, next, next);
  }

  /** Every segment ends with a line end, the last one too: a text would go on. */
  private boolean lineEndsBefore(ByteBuf in, int begin, int at) {
    return isLineEnd(in, begin, at - 1) || (wide && isLineEnd(in, begin, at - 2));
  }

  private static boolean isLineEnd(ByteBuf in, int begin, int at) {
    return at >= begin && (in.getByte(at) == '\r' || in.getByte(at) == '\n');
  }
}
