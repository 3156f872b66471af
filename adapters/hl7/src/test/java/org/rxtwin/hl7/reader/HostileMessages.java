package org.rxtwin.hl7.reader;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Good messages made as bad as a broken or hostile sender can make them; a seed repeats one. */
final class HostileMessages {
  private static final String SEPARATORS = "|^~\\&#!@$%*;";
  private static final List<String> SNIPPETS =
      List.of(
          "\\X",
          "\\X41\\",
          "\\E\\",
          "\\.br\\",
          "\\H\\",
          "\\M2442\\",
          "\\S\\T\\",
          "\u001b$B",
          "\u001b(B",
          "\0",
          "\u000b",
          "\u001c\r",
          "\r",
          "\n",
          "\rMSH|^~\\&|",
          "MSH|^~\\&",
          "\rPID|||7",
          "\ufeff",
          "<CR>",
          "&#xD;",
          "\\r",
          "\"\"",
          "~~~~~~",
          "^^^^^^",
          "&&&&&&",
          "\rDSC|1",
          "\rBTS|3",
          "\rBHS#^~\\&#",
          "|||||||||",
          "\u4e2d",
          "\u00e9");
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"),
          Charset.forName("Big5"),
          Charset.forName("ISO-2022-JP"));

  private HostileMessages() {}

  static byte[] of(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Mutations.mutated(seed, random.nextInt(12)));
    for (int i = random.nextInt(8); i > 0; i--) {
      worsen(text, random, seed);
    }
    byte[] bytes = text.toString().getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
    for (int i = random.nextInt(3) * random.nextInt(20); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static void worsen(StringBuilder text, Random random, long seed) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(5)) {
      case 0 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      case 1 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())).repeat(200));
      case 2 -> swap(text, separator(random), separator(random));
      case 3 -> text.append(Mutations.mutated(seed + 1, random.nextInt(4)));
      default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)).repeat(9));
    }
  }

  private static char separator(Random random) {
    return SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
  }

  private static void swap(StringBuilder text, char one, char other) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      text.setCharAt(i, each == one ? other : each == other ? one : each);
    }
  }
}
