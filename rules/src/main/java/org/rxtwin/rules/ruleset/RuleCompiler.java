package org.rxtwin.rules.ruleset;

import java.util.List;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles trees to an executable model. */
final class RuleCompiler {
  private RuleCompiler() {}

  /** The bytes of the compiled set. */
  static byte[] compile(String hash, List<RuleTree> rules) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("org.rxtwin.rules", "set-" + hash, "1");
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    for (RuleTree each : rules) {
      String path = RuleWriter.packageOf(each.id()).replace('.', '/');
      files.write("src/main/resources/" + path + "/rule.drl", RuleWriter.drl(each));
    }
    KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
    try {
      builder.buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        throw new IllegalStateException(
            "expected checked rules to compile, came "
                + errors.get(0).getText()
                + "\nMaybe the check lets through what the engine does not know.");
      }
      return ((InternalKieModule) builder.getKieModule()).getBytes();
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }
}
