package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher itself, in a tree of its own: the real script and a real Java machine, with a small
 * program in place of ours and a {@code mvn} that only packs it.
 */
class LauncherTest {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path temp;
  private Path tree = Path.of("");
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void layTree() throws IOException {
    tree = Files.createDirectories(temp.resolve("a tree"));
    Files.copy(Path.of("..", "rxtwin").toAbsolutePath().normalize(), tree.resolve("rxtwin"));
    Files.createDirectories(tree.resolve("routes/src/main"));
    Files.writeString(tree.resolve("pom.xml"), "");
    pack(tree.resolve("program.jar"));
    Path bin = Files.createDirectories(tree.resolve("bin"));
    Path mvn =
        Files.writeString(
            bin.resolve("mvn"),
            """
            #!/bin/sh
            echo built >>"$PWD/builds"
            echo 'words of the build'
            sleep 1
            mkdir -p routes/target
            cp program.jar routes/target/rxtwin.jar
            """);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void buildsWhatIsStaleOnceAndKeepsTheWordsOfTheBuildOutOfTheAnswer() throws Exception {
    Process first = start(tree.resolve("rxtwin"), "echo", "ä b");
    Process second = start(tree.resolve("rxtwin"), "echo", "c");

    assertThat(text(first.getInputStream())).isEqualTo("echo|ä b\n");
    assertThat(text(second.getInputStream())).isEqualTo("echo|c\n");
    assertThat(text(first.getErrorStream()) + text(second.getErrorStream()))
        .containsOnlyOnce("words of the build");
    assertThat(Files.readAllLines(tree.resolve("builds"))).hasSize(1);
    assertThat(tree.resolve("routes/target/.building")).doesNotExist();
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    ended(start(tree.resolve("rxtwin"), "echo"));
    Path source = Files.writeString(tree.resolve("routes/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2199-01-01T00:00:00Z")));

    ended(start(tree.resolve("rxtwin"), "echo"));

    assertThat(Files.readAllLines(tree.resolve("builds"))).hasSize(2);
  }

  @Test
  void aLockLeftByADeadStartIsTakenOver() throws Exception {
    Path lock = Files.createDirectories(tree.resolve("routes/target/.building"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    assertThat(text(start(tree.resolve("rxtwin"), "echo", "x").getInputStream()))
        .isEqualTo("echo|x\n");
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("rx"), Path.of("../a tree/rxtwin"));
    Path far = Files.createSymbolicLink(temp.resolve("far"), link);

    assertThat(text(start(far, "echo", "x").getInputStream())).isEqualTo("echo|x\n");
  }

  @Test
  void handsOnExitCodesAndStandardInput() throws Exception {
    Process process = start(tree.resolve("rxtwin"), "exit", "3");
    assertThat(ended(process)).isEqualTo(3);

    Process reading = start(tree.resolve("rxtwin"), "cat");
    try (OutputStream in = reading.getOutputStream()) {
      in.write("варфарин".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(text(reading.getInputStream())).isEqualTo("варфарин");
  }

  @Test
  void passesSignalsOnForItBecomesTheProgram() throws Exception {
    Process process = start(tree.resolve("rxtwin"), "wait");
    String ready = new String(process.getInputStream().readNBytes(6), StandardCharsets.UTF_8);

    assertThat(ready).isEqualTo("ready\n");
    process.toHandle().destroy();

    assertThat(text(process.getInputStream())).isEqualTo("told to end\n");
    assertThat(ended(process)).isEqualTo(128 + 15);
  }

  @Test
  void optionsForTheJavaMachineAreTaken() throws Exception {
    ProcessBuilder builder = builder(tree.resolve("rxtwin"), "property", "probe");
    builder.environment().put("RXTWIN_JAVA_OPTS", "-Dprobe=seen -XX:+UseG1GC");

    assertThat(text(run(builder).getInputStream())).isEqualTo("seen\n");
  }

  @Test
  void aFailedBuildSaysSoAndAnswersNothing() throws Exception {
    Files.writeString(tree.resolve("bin/mvn"), "#!/bin/sh\necho broken\nexit 1\n");

    Process process = start(tree.resolve("rxtwin"), "echo");

    assertThat(text(process.getInputStream())).isEmpty();
    assertThat(text(process.getErrorStream())).contains("broken", "The build failed");
    assertThat(ended(process)).isEqualTo(1);
    assertThat(tree.resolve("routes/target/.building")).doesNotExist();
  }

  private Process start(Path script, String... args) throws IOException {
    return run(builder(script, args));
  }

  private ProcessBuilder builder(Path script, String... args) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(temp.toFile());
    builder.environment().put("PATH", tree.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("RXTWIN_JAVA_OPTS");
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private Process run(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static void pack(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LaunchedProgram.class.getName());
    String entry = LaunchedProgram.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream bytes = LaunchedProgram.class.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      out.write(bytes.readAllBytes());
      out.closeEntry();
    }
  }
}
