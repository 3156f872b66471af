package org.rxtwin.app.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rxtwin.app.settings.FeedInForce;
import org.rxtwin.app.settings.SettingsInForce.Line;
import org.rxtwin.hl7.feed.FeedProfile;
import picocli.CommandLine.Command;

/** {@code config}: what is in force, as a {@code rxtwin.yaml} that would set the same. */
@Command(
    name = "config",
    description = "Prints the settings in force and where each comes from, without secrets.")
final class ConfigCommand implements Callable<Integer> {
  private static final int VALUE_WIDTH = 44;

  private final Site site;

  ConfigCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    PrintStream out = site.terminal().out();
    List<Line> lines = site.settingsInForce().lines();
    out.println("# home: " + site.home().folder());
    String section = "";
    for (Line line : lines) {
      int dot = line.key().indexOf('.');
      String own = dot < 0 ? "" : line.key().substring(0, dot);
      if (!own.isEmpty() && !own.equals(section)) {
        out.println(own + ":");
      }
      section = own;
      out.println(setting(line, dot));
    }
    if (!site.settingsInForce().feeds().isEmpty()) {
      out.println("feeds:");
      site.settingsInForce().feeds().forEach(feed -> print(out, feed));
    }
    if (site.home().openToOthers()) {
      site.terminal()
          .err()
          .println(
              "The home folder is open to other users. Maybe run: chmod 700 '"
                  + site.home().folder()
                  + "'");
    }
    return 0;
  }

  private static String setting(Line line, int dot) {
    String key = (dot < 0 ? "" : "  ") + line.key().substring(dot + 1) + ": ";
    boolean unset = line.value().isEmpty();
    String text = unset ? "# " + key.strip() : key + quoted(line.value());
    String indent = unset && dot >= 0 ? "  " : "";
    return String.format(
        "%-" + VALUE_WIDTH + "s # %s%s", indent + text, note(line), line.meaning());
  }

  private static String note(Line line) {
    return line.origin().equals("default") ? "" : "from " + line.origin() + "; ";
  }

  private static void print(PrintStream out, FeedInForce inForce) {
    FeedProfile feed = inForce.profile();
    out.println("  - application: " + quoted(feed.application()));
    out.println("    facility: " + quoted(feed.facility()));
    out.println("    timeZone: " + quoted(feed.zone().toString()));
    if (!feed.defaultAuthority().isEmpty()) {
      out.println("    authority: " + quoted(feed.defaultAuthority()));
    }
    feed.charset().ifPresent(c -> out.println("    charset: " + c));
    Map<String, String> codes = new TreeMap<>();
    feed.localCodes()
        .forEach(
            (local, is) ->
                codes.put(
                    local.startsWith("|") ? local.substring(1) : local,
                    is.system() + "|" + is.code()));
    print(out, "authorities", feed.authorities());
    print(out, "codes", codes);
    inForce.inline().forEach((key, words) -> print(out, key, words));
    print(out, "fields", feed.moves().written());
    if (!inForce.overrides().isEmpty()) {
      String words =
          inForce.overrides().stream().map(ConfigCommand::quoted).collect(Collectors.joining(", "));
      out.println("    override: [" + words + "]");
    }
    inForce.folder().ifPresent(each -> out.println("    tables: " + quoted(each.toString())));
    inForce.files().forEach(each -> out.println("      # " + counted(each)));
  }

  private static String counted(FeedInForce.Counted file) {
    String rows = file.file() + ": " + file.rows() + (file.rows() == 1 ? " row" : " rows");
    return file.open() == 0 ? rows : rows + ", " + file.open() + " without a meaning yet";
  }

  private static void print(PrintStream out, String key, Map<String, String> words) {
    if (!words.isEmpty()) {
      out.println("    " + key + ":");
      words.forEach((local, is) -> out.println("      " + quoted(local) + ": " + quoted(is)));
    }
  }

  private static String quoted(String value) {
    boolean plain = value.matches("[A-Za-z0-9/._-][A-Za-z0-9/._:-]*") && !value.endsWith(":");
    return plain ? value : "'" + value.replace("'", "''") + "'";
  }
}
