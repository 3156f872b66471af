package org.rxtwin.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** The demonstration's messages with a token wherever a sender can write of a person. */
final class PlantedFeed {
  private static final String RESOURCE = "/demo/three-weeks.hl7";
  private static final String ODD = "|^~\\&\r0Aé\u0000\u2028\"'<%";

  private static final int MOST_FIELDS = 50;

  private final String token;

  PlantedFeed(String token) {
    this.token = token;
  }

  /** Every message still readable: results keep their values, and one more line has the token. */
  List<String> readable() throws IOException {
    return planted(false);
  }

  /** Of other patients, and every OBX-5 is the token alone. */
  List<String> everywhere() throws IOException {
    return planted(true);
  }

  private List<String> planted(boolean valuesToo) throws IOException {
    List<String> all = new ArrayList<>(demo());
    all.addAll(new RareMessages(token).all());
    return all.stream().map(each -> planted(valuesToo ? others(each) : each, valuesToo)).toList();
  }

  private static String others(String message) {
    return message
        .replaceAll("\\|1000(\\d\\d)\\^", "|7000$1^")
        .replace("|DEMO0", "|ALL0")
        .replace("|RARE", "|ALLR");
  }

  /** Planted messages, broken in one to four places. */
  List<String> broken(int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> sound = new ArrayList<>(readable());
    sound.addAll(everywhere());
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String message = sound.get(random.nextInt(sound.size()));
      for (int breaks = 1 + random.nextInt(4); breaks > 0; breaks--) {
        message = broken(message, random);
      }
      broken.add(message);
    }
    return broken;
  }

  private static String broken(String message, Random random) {
    int at = 1 + random.nextInt(Math.max(1, message.length() - 1));
    int to = Math.min(message.length(), at + 1 + random.nextInt(12));
    List<String> segments = new ArrayList<>(Arrays.asList(message.split("\r")));
    int segment = random.nextInt(segments.size());
    return switch (random.nextInt(7)) {
      case 0 -> message.substring(0, at);
      case 1 -> message.substring(0, at) + message.substring(to);
      case 2 ->
          message.substring(0, at)
              + ODD.charAt(random.nextInt(ODD.length()))
              + message.substring(at);
      case 3 ->
          message.substring(0, at) + message.substring(at, to).repeat(40) + message.substring(to);
      case 4 -> joined(segments, segments.remove(segment), random);
      case 5 -> joined(segments, segments.get(segment), random);
      default -> message.replaceFirst("\\|P\\|2\\.5\\.1", "|P|9." + random.nextInt(9));
    };
  }

  private static String joined(List<String> segments, String more, Random random) {
    segments.add(random.nextInt(segments.size() + 1), more);
    return String.join("\r", segments) + "\r";
  }

  private String planted(String message, boolean valuesToo) {
    List<String> out = new ArrayList<>();
    for (String segment : message.split("\r")) {
      String[] fields = Arrays.copyOf(segment.split("\\|", -1), MOST_FIELDS);
      Arrays.setAll(fields, i -> Objects.requireNonNullElse(fields[i], ""));
      plant(fields, valuesToo);
      out.add(String.join("|", fields).replaceFirst("\\|+$", ""));
      if (fields[0].equals("PID")) {
        out.add("NK1|1|" + token + "^Next||" + token + " street||555-" + token);
        out.add("NTE|1||" + token + " said so");
      }
      if (fields[0].equals("OBX")) {
        out.add("NTE|1||" + token);
        out.add("OBX|9|TX|NOTE^Note^L||" + token + "||||||F|||" + fields[14]);
      }
    }
    return String.join("\r", out) + "\r";
  }

  private void plant(String[] fields, boolean valuesToo) {
    switch (fields[0]) {
      case "MSH" -> fields[9] += token;
      case "MRG" -> fields[1] = fields[1].replaceFirst("\\^", token + "^");
      case "RXE" -> {
        fields[7] = token + "^" + token;
        fields[27] = "^" + token;
      }
      case "OBR" -> {
        fields[13] = token;
        fields[39] = "^" + token;
      }
      case "SPM" -> {
        fields[14] = token;
        fields[24] = "^" + token;
      }
      case "DG1" -> {
        fields[3] = worded(fields[3]);
        fields[4] = token;
      }
      case "AL1" -> {
        fields[3] = worded(fields[3]);
        fields[5] = token;
      }
      case "RXA" -> {
        fields[5] = worded(fields[5]);
        fields[18] = "^" + token;
      }
      case "RXD" -> fields[2] = worded(fields[2]);
      case "PID" -> {
        fields[3] = fields[3].replaceFirst("\\^", token + "^");
        for (int each : new int[] {5, 6, 9, 11, 13, 18, 19}) {
          fields[each] = token + "^" + token;
        }
      }
      case "OBX" -> fields[5] = valuesToo ? token : fields[5];
      default -> {}
    }
  }

  /** A coded field with the token in place of its words; the code stays readable. */
  private String worded(String coded) {
    String[] parts = Arrays.copyOf(coded.split("\\^", -1), 3);
    Arrays.setAll(parts, i -> i == 1 ? token : Objects.requireNonNullElse(parts[i], ""));
    return String.join("^", parts);
  }

  private static List<String> demo() throws IOException {
    try (InputStream in = PlantedFeed.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n"))
          .map(each -> each.strip().replace('\n', '\r') + "\r")
          .toList();
    }
  }
}
