package org.rxtwin.rules.ruleset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.rxtwin.chart.Sha256;

/**
 * Makes rule sets: every file is checked against the allow-list, then a set that was compiled
 * before is loaded - the shipped one as the build made it, others from their store -, and a new one
 * is compiled, tried on its own cases and stored.
 */
public final class RuleSets {
  /** The shipped set by its hash, once a program has loaded it: a set never changes. */
  private static final Map<String, RuleSet> SHIPPED = new ConcurrentHashMap<>();

  private RuleSets() {}

  /** The shipped rules, kept nowhere. */
  public static RuleSet shipped() {
    return compile(RuleFolder.shipped());
  }

  /** A set of these rules, kept nowhere. */
  public static RuleSet compile(List<RuleFile> files) {
    return make(files, List.of(), Optional.empty());
  }

  /**
   * The shipped rules with a site's own laid over them.
   *
   * @param store folder where compiled sets are kept
   * @param site folders of a site's rules, later ones over earlier; they need not exist
   */
  public static RuleSet load(Path store, List<Path> site) {
    Map<String, RuleFile> byId = new TreeMap<>();
    RuleFolder.shipped().forEach(each -> byId.put(each.id(), each));
    List<String> replaced = new ArrayList<>();
    for (Path folder : site) {
      for (RuleFile each : RuleFolder.list(folder)) {
        if (byId.put(each.id(), each) != null) {
          replaced.add(each.id());
        }
      }
    }
    return make(List.copyOf(byId.values()), replaced, Optional.of(new CompiledStore(store)));
  }

  private static RuleSet make(
      List<RuleFile> files, List<String> replaced, Optional<CompiledStore> store) {
    List<RuleTree> trees = files.stream().map(RuleReader::read).toList();
    String hash = hash(files, trees);
    Optional<byte[]> shipped = CompiledStore.findShipped(hash);
    if (shipped.isPresent() && replaced.isEmpty()) {
      return SHIPPED.computeIfAbsent(hash, same -> loaded(same, trees, replaced, shipped.get()));
    }
    Optional<byte[]> kept = shipped.or(() -> store.flatMap(each -> each.find(hash)));
    if (kept.isPresent()) {
      return loaded(hash, trees, replaced, kept.get());
    }
    byte[] jar = RuleCompiler.compile(hash.substring(0, 16), trees);
    RuleSet set = loaded(hash, trees, replaced, jar);
    files.forEach(each -> RuleCases.read(each).tryOn(set));
    store.ifPresent(each -> each.keep(hash, jar));
    return set;
  }

  private static RuleSet loaded(
      String hash, List<RuleTree> trees, List<String> replaced, byte[] jar) {
    return new RuleSet(hash, trees, replaced, CompiledRules.models(jar));
  }

  private static String hash(List<RuleFile> files, List<RuleTree> trees) {
    StringBuilder all = new StringBuilder(CompiledStore.engine()).append('\n');
    all.append(FactType.fingerprint());
    trees.forEach(each -> all.append(RuleWriter.drl(each)));
    files.forEach(each -> all.append(each.id()).append(Sha256.hex(each.cases())).append('\n'));
    return Sha256.hex(all.toString());
  }
}
