package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The acknowledgements of one frame, framed and in order; empty where none is wanted. */
final class Reply {
  private final byte[] framed;

  private Reply(byte[] framed) {
    this.framed = framed;
  }

  static Reply of(List<byte[]> acknowledgements) {
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    for (byte[] acknowledgement : acknowledgements) {
      framed.write(MllpFrameDecoder.START);
      framed.writeBytes(acknowledgement);
      framed.write(MllpFrameDecoder.END);
      framed.write('\r');
    }
    return new Reply(framed.toByteArray());
  }

  boolean isEmpty() {
    return framed.length == 0;
  }

  ByteBuf bytes() {
    return Unpooled.wrappedBuffer(framed);
  }

  byte[] toByteArray() {
    return framed.clone();
  }

  @Override
  public String toString() {
    return "Reply[" + framed.length + " bytes]";
  }
}
