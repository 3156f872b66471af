package org.rxtwin.load;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.ReadMessage;

/**
 * Reads messages of about 1.5 KB to events on one thread, an order and a report by turns, and
 * prints for each tenth of them how long one took (microseconds) and what the heap holds (MB).
 */
public final class ReadingRun {
  private static final int TENTHS = 10;
  private static final double NANOS = 1_000.0;
  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

  private ReadingRun() {}

  /** How many messages; a million unless told. */
  public static void main(String[] args) {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    HL7Reader reader = new HL7Reader();
    FeedProfiles feeds = FeedProfiles.of(ZoneId.of("UTC"));
    System.out.println("messages  median us  p99 us  heap MB");
    for (int tenth = 1; tenth <= TENTHS; tenth++) {
      Histogram nanos = new Histogram(3);
      for (int i = 0; i < count / TENTHS; i++) {
        byte[] message = message(tenth * (count / TENTHS) + i);
        long began = System.nanoTime();
        List<ReadMessage> read = reader.readAll(message, feeds, RECEIVED);
        nanos.recordValue(System.nanoTime() - began);
        if (!read.get(0).usable()) {
          throw new IllegalStateException("expected every message to be usable");
        }
      }
      print(System.out, tenth * (count / TENTHS), nanos);
    }
  }

  private static void print(PrintStream out, int read, Histogram nanos) {
    System.gc();
    Runtime memory = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "%8d  %9.1f  %6.0f  %7d%n",
        read,
        nanos.getValueAtPercentile(50) / NANOS,
        nanos.getValueAtPercentile(99) / NANOS,
        (memory.totalMemory() - memory.freeMemory()) >> 20);
  }

  private static byte[] message(int number) {
    String text = number % 2 == 0 ? order(number) : report(number);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String head(String type, int number) {
    return "MSH|^~\\&|WARD|NORTH|RXTWIN|NORTH|20260301101500+0100||"
        + type
        + "|N"
        + number
        + "|P|2.5.1|||AL|NE||UNICODE UTF-8\r"
        + ("PID|1||" + (400_000 + number % 5_000) + "^^^NORTH^MR||Sample^Vera^M||19530417|F|||")
        + "Lake Road 12^^Northtown^^8001^CH^H||+41000000000^PRN^PH|||M\r"
        + "PV1|1|I|MED3^312^B^NORTH^^^^^internal medicine|E|||0815^Hill^Peter^^^Dr\r";
  }

  static String order(int number) {
    return head("RDE^O11^RDE_O11", number)
        + "AL1|1|DA|7980^penicillin^RXNORM|SV|rash, generalised|20110501\r"
        + ("ORC|NW|O" + number + "^WARD|F" + number + "^RX|G1^WARD|SC||||20260301101200|||")
        + "0815^Hill^Peter|MED3^^^NORTH||20260301101200\r"
        + "RXE||11289^warfarin sodium 5 mg tablet^RXNORM|5||mg|TAB^tablet|^with the evening meal||"
        + "G|20|TAB|0||||||||||||||||||5|mg\r"
        + "NTE|1|P|Last tablets were from another maker: the colour is not the same.\r"
        + "TQ1|1|1^TAB|QD|1800|||20260301180000+0100|20260331180000+0100|R||evening\r"
        + "RXR|PO^oral^HL70162\r"
        + "RXC|B|11289^warfarin^RXNORM|5|mg|5|mg\r"
        + "ORC|NW|P"
        + number
        + "^WARD|Q"
        + number
        + "^RX||||||20260301101300\r"
        + "RXE||4450^fluconazole 200 mg capsule^RXNORM|200||mg|CAP||||7|CAP\r"
        + "TQ1|1||QD||||20260301080000+0100|20260308080000+0100\r"
        + "RXR|PO^oral^HL70162\r";
  }

  static String report(int number) {
    StringBuilder report = new StringBuilder(head("ORU^R01^ORU_R01", number));
    report.append("ORC|RE|L" + number + "^WARD|K" + number + "^LAB\r");
    report.append("OBR|1|L" + number + "^WARD|K" + number + "^LAB|24323-8^panel^LN|||");
    report.append("20260301080000+0100|||||||20260301083000|SER|||||||20260301110000||CH|F\r");
    List<String> lines =
        List.of(
            "2160-0^creatinine^LN|1|98|umol/L|49-90|H",
            "2823-3^potassium^LN|1|4.9|mmol/L|3.5-5.1|N",
            "2951-2^sodium^LN|1|138|mmol/L|136-145|N",
            "6301-6^INR^LN|1|2.4|{INR}|2.0-3.0|N",
            "1742-6^ALT^LN|1|31|U/L|<35|N",
            "1920-8^AST^LN|1|29|U/L|<35|N",
            "718-7^haemoglobin^LN|1|121|g/L|117-153|N",
            "777-3^platelets^LN|1|233|10*9/L|150-400|N",
            "6690-2^leucocytes^LN|1|7.2|10*9/L|4-10|N",
            "1751-7^albumin^LN|1|38|g/L|35-52|N");
    for (int i = 0; i < lines.size(); i++) {
      report.append("OBX|").append(i + 1).append("|NM|").append(lines.get(i));
      report.append("|||F|||20260301080000+0100\r");
    }
    return report.append("NTE|1|L|The specimen was slightly lipaemic.\r").toString();
  }
}
