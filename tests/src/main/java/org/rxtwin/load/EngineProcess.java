package org.rxtwin.load;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rxtwin serve} in a process of its own, with free ports. */
final class EngineProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Process process;
  private final int port;
  private final int brokerPort;
  private final double firstAckSeconds;

  /**
   * Starts the engine and returns when it has acknowledged a message.
   *
   * @param launcher the program
   * @param home its home folder
   */
  EngineProcess(Path launcher, Path home, String firstMessage) throws IOException {
    port = freePort();
    brokerPort = freePort();
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "serve");
    Map<String, String> environment = builder.environment();
    environment.put("RXTWIN_HOME", home.toString());
    environment.put("RXTWIN_MLLP_PORT", Integer.toString(port));
    environment.put("RXTWIN_BROKER_PORT", Integer.toString(brokerPort));
    environment.putIfAbsent("RXTWIN_JAVA_OPTS", "-Xmx1g");
    builder.redirectErrorStream(true).redirectOutput(home.resolve("serve.out").toFile());
    long began = System.nanoTime();
    process = builder.start();
    awaitAck(Frame.of(firstMessage), began + PATIENCE.toNanos());
    firstAckSeconds = (System.nanoTime() - began) / 1e9;
  }

  int port() {
    return port;
  }

  int brokerPort() {
    return brokerPort;
  }

  /** From the start of the launcher to the first acknowledgement. */
  double firstAckSeconds() {
    return firstAckSeconds;
  }

  /** Processor time the engine has used, in seconds. */
  double processorSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Heap in use after a collection, in megabytes. */
  long liveHeapMegabytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes >> 10;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String tool = System.getProperty("java.home") + File.separator + "bin" + File.separator;
    Process asked =
        new ProcessBuilder(tool + "jcmd", Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    int classes = answer.indexOf("Metaspace");
    return classes < 0 ? answer : answer.substring(0, classes);
  }

  private void awaitAck(Frame first, long until) throws IOException {
    while (System.nanoTime() < until && process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        first.writeTo(socket.getOutputStream());
        if (Frame.acceptedBy(new BufferedInputStream(socket.getInputStream()))) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
    process.destroy();
    throw new IOException("the engine did not start\nMaybe serve.out in its home folder says why.");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
