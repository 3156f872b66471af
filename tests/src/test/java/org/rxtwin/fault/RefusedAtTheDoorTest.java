package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.Main;

/**
 * What is read when {@code serve} refuses: a rule file that would run code, a port that is held.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RefusedAtTheDoorTest {
  private static final String HARMLESS = "$drug : ActiveDrug( dailyMg > 100000 )";
  private static final String REPORT =
      "report($drug, Tier.QUEUE, \"{ingredient}: an enormous dose\", \"Verify it now.\");";

  @TempDir private Path home;
  private Path folder;
  private Path mark;

  @BeforeEach
  void aFolderOfTheSitesOwnRules() throws IOException {
    folder = Files.createDirectories(home.resolve("own/dose-range/enormous"));
    mark = home.resolve("it-ran");
    Files.writeString(
        home.resolve("rxtwin.yaml"),
        "rules: own\nmllp: {port: %d}%nbroker: {port: 0}%n".formatted(FreePort.find()));
    Files.writeString(folder.resolve("cases.yaml"), "rule: dose-range/enormous\n");
  }

  @Test
  void runtimeInACondition() throws Exception {
    String when =
        "$drug : ActiveDrug( Runtime.getRuntime().exec(\"touch %s\") != null )".formatted(mark);

    assertThat(served("", when, REPORT))
        .startsWith(file() + " line 7: expected a component of ActiveDrug [ingredient,")
        .contains("came 'Runtime'")
        .endsWith(
            "The whole rule set is refused; nothing is screened by it.\n"
                + "Maybe delete it: a rule compares components with values, it cannot call or run"
                + " anything.\n");
  }

  @Test
  void reflectionAndExitBehindThen() throws Exception {
    assertThat(served("", HARMLESS, "System.exit(0); " + REPORT))
        .startsWith(file() + " line 8: expected one report(...) behind 'then' and nothing else")
        .contains("came 'System'")
        .contains("\nMaybe delete it: a rule reports and cannot run anything");
    assertThat(served("import java.lang.reflect.Method;", HARMLESS, REPORT))
        .startsWith(file() + " line 4: expected imports of org.rxtwin.rules.screening.fact only")
        .contains("came 'java.lang.reflect.Method'")
        .contains("\nMaybe delete this line");
  }

  @Test
  void aGlobalAndEval() throws Exception {
    assertThat(served("global java.lang.Runtime runtime;", HARMLESS, REPORT))
        .startsWith(file() + ": expected imports of facts and one rule, came a global")
        .contains("\nMaybe delete it");
    assertThat(served("", HARMLESS + "\n  eval( true )", REPORT))
        .startsWith(file() + " line 8: expected Fact(...) or not Fact(...), came a group 'eval'")
        .contains("\nMaybe write it as a comparison inside Fact(...)");
  }

  @Test
  void aPortThatSomebodyElseHoldsIsSaidInTwoLines() throws Exception {
    Files.delete(home.resolve("rxtwin.yaml"));
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String key : List.of("mllp", "broker")) {
        int free = FreePort.find();
        Files.writeString(
            home.resolve("rxtwin.yaml"),
            "%s: {port: %d}%n%s: {port: %d}%n"
                .formatted(
                    key, other.getLocalPort(), key.equals("mllp") ? "broker" : "mllp", free));

        assertThat(serve())
            .isEqualTo(
                "expected %s.port %d on 127.0.0.1 to be free, came one that cannot be opened%n"
                        .formatted(key, other.getLocalPort())
                    + "Maybe another RxTwin runs here already, or set another %s.port.%n"
                        .formatted(key));
      }
    }
  }

  private String file() {
    return folder.resolve("rule.drl").toString();
  }

  /** What stands on standard error when the program has ended, refusing to serve. */
  private String served(String head, String when, String then) throws Exception {
    Files.writeString(
        folder.resolve("rule.drl"),
        """
        package rules;
        import org.rxtwin.rules.screening.fact.*;
        import org.rxtwin.chart.Tier;
        %s
        rule "dose-range/enormous"
        when
          %s
        then
          %s
        end
        """
            .formatted(head, when, then));
    return serve();
  }

  private String serve() throws Exception {
    Path err = Files.createTempFile(home, "err", ".txt");
    Path out = Files.createTempFile(home, "out", ".txt");
    ProcessBuilder serve =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve"));
    serve.environment().put("RXTWIN_HOME", home.toString());
    Process process = serve.redirectError(err.toFile()).redirectOutput(out.toFile()).start();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(out)).isEmpty();
    assertThat(home.resolve("compiled")).isEmptyDirectory();
    assertThat(mark).doesNotExist();
    return Files.readString(err);
  }
}
