package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Tells the end of a frame from a byte 1C inside a text. A frame ends at 1C 0D. Senders leave the
 * 0D out: then the next frame begins behind 1C, or nothing comes behind it. One of these is for one
 * connection, for it learns whether its sender does.
 */
final class FrameEnd {
  static final byte MARK = 0x1c;

  /** So many bytes before and behind a mark, with it, tell what it is. */
  static final int NEIGHBOURHOOD = 16;

  private @Nullable WideText wide;
  private boolean undecided;
  private boolean endedByQuiet;
  private boolean leavesOut;
  private boolean distrusted;

  /** What a byte 1C is; open where only what comes or does not come will tell. */
  enum Verdict {
    END,
    TEXT,
    OPEN
  }

  /** Whether a byte near the last one may be the end, which what comes or not will tell. */
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
      Verdict verdict =
          wide == null
              ? narrow(in, begin, at)
              : wide.verdict(in, begin, at, ((at - begin) % 2 == 0) == even);
      if (verdict == Verdict.END || (verdict == Verdict.OPEN && quiet)) {
        undecided = false;
        endedByQuiet = verdict == Verdict.OPEN;
        return at;
      }
      undecided |= verdict == Verdict.OPEN;
    }
    return -1;
  }

  /** Looks at the first bytes of a frame's content. */
  void begin(ByteBuf in, int begin) {
    wide = begin + 1 < in.writerIndex() ? wide(in.getUnsignedShort(begin)) : null;
  }

  /** How many bytes before the mark are a part of it: it may be a letter of UTF-16. */
  int halfOfMark(int length) {
    return wide == null ? 0 : length % 2;
  }

  /** The next frame began where one had ended: was that by quiet, its sender leaves 0D out. */
  void followedByFrame() {
    leavesOut = !distrusted && (leavesOut || endedByQuiet);
  }

  /** Something else followed: the end may have been none, and this sender is waited for. */
  void followedByText() {
    distrusted = true;
    leavesOut = false;
  }

  private static @Nullable WideText wide(int firstTwo) {
    return switch (firstTwo) {
      case 0xfeff, 'M' -> WideText.BIG_ENDIAN;
      case 0xfffe, 'M' << 8 -> WideText.LITTLE_ENDIAN;
      default -> null;
    };
  }

  /** Every segment ends with a line end, the last one too, and none begins with a control byte. */
  private Verdict narrow(ByteBuf in, int begin, int at) {
    int to = in.writerIndex();
    boolean beginsLine = at > begin && isLineEnd(in.getByte(at - 1));
    int next = at + 1 < to && in.getByte(at + 1) == '\n' ? at + 2 : at + 1;
    if (next == to) {
      return beginsLine || leavesOut ? Verdict.END : Verdict.OPEN;
    }
    byte behind = in.getByte(next);
    boolean blank = behind >= 0 && behind <= ' ';
    if (behind == '\r' || behind == MllpFrameDecoder.START || (beginsLine && blank)) {
      return Verdict.END;
    }
    followedByText();
    return Verdict.TEXT;
  }

  private static boolean isLineEnd(byte each) {
    return each == '\r' || each == '\n';
  }
}
