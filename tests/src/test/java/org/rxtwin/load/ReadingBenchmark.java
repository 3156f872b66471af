package org.rxtwin.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.ReadMessage;

/**
 * How long one message of about 1.5 KB takes from bytes to events, on one thread. Run by {@code
 * tests/scripts/bench-reading}, which prints the median and the tail.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 4, time = 5)
public class ReadingBenchmark {
  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

  private final HL7Reader reader = new HL7Reader();
  private final FeedProfiles feeds = FeedProfiles.of(ZoneOffset.UTC);
  private final byte[] order = ReadingRun.order(1).getBytes(StandardCharsets.UTF_8);
  private final byte[] report = ReadingRun.report(2).getBytes(StandardCharsets.UTF_8);

  /** Two orders and an allergy: RDE. */
  @Benchmark
  public List<ReadMessage> order() {
    return reader.readAll(order, feeds, RECEIVED);
  }

  /** Ten results: ORU. */
  @Benchmark
  public List<ReadMessage> report() {
    return reader.readAll(report, feeds, RECEIVED);
  }
}
