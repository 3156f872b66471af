package org.rxtwin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each row of the module table is a white list of packages. */
class ModuleArrowsTest {
  private static final String[] EVERYWHERE = {"java..", "javax.crypto..", "org.jspecify.."};
  private static final String[] DOMAIN = {
    "org.rxtwin.quantity..", "org.rxtwin.chart..", "org.rxtwin.knowledge.."
  };
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.rxtwin");

  @TestFactory
  Stream<DynamicTest> everyModuleSeesOnlyWhatItsRowAllows() {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.module(), () -> row.rule().check(PRODUCT)));
  }

  @Test
  void theClassesOfEveryModuleAreThere() {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(
                        PRODUCT.stream()
                            .anyMatch(each -> each.getPackageName().startsWith(row.module())))
                    .as(row.module())
                    .isTrue());
  }

  @Test
  void theTestGoesRedWhenARowForgetsALibrary() {
    Row withoutJackson = new Row("org.rxtwin.chart", List.of("org.rxtwin.quantity.."));

    EvaluationResult result = withoutJackson.rule().evaluate(PRODUCT);

    assertThat(result.hasViolation()).isTrue();
  }

  @Test
  void onlyWiringAndItsNeighboursAskTheClockOfTheMachine() {
    ArchRule rule =
        noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Wiring")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    rule.check(PRODUCT);
  }

  @Test
  void noClassUsesMathFunctionsThatDifferFromMachineToMachine() {
    List<ArchRule> rules = new ArrayList<>();
    for (String function : List.of("exp", "log", "log10", "sin", "cos", "tan", "cbrt", "expm1")) {
      rules.add(noClasses().should().callMethod(Math.class, function, double.class));
    }
    rules.add(noClasses().should().callMethod(Math.class, "pow", double.class, double.class));

    rules.forEach(rule -> rule.check(PRODUCT));
  }

  private static List<Row> rows() {
    return List.of(
        new Row("org.rxtwin.quantity", List.of()),
        new Row(
            "org.rxtwin.chart",
            List.of("org.rxtwin.quantity..", "org.rxtwin.chart..", "com.fasterxml.jackson..")),
        new Row(
            "org.rxtwin.knowledge",
            List.of(
                "org.rxtwin.quantity..",
                "org.rxtwin.chart..",
                "org.rxtwin.knowledge..",
                "org.apache.lucene..",
                "org.apache.commons.csv..",
                "com.fasterxml.jackson..")),
        new Row(
            "org.rxtwin.twin",
            plusDomain(
                "org.rxtwin.twin..", "org.hipparchus..", "org.snakeyaml..", "org.objectweb.asm..")),
        new Row(
            "org.rxtwin.rules",
            plusDomain(
                "org.rxtwin.rules..",
                "org.drools..",
                "org.kie..",
                "org.eclipse.jgit..",
                "org.snakeyaml..",
                "org.apache.commons.csv..",
                "org.slf4j..")),
        new Row(
            "org.rxtwin.hl7",
            plusDomain(
                "org.rxtwin.hl7..",
                "ca.uhn.hl7v2..",
                "com.cronutils..",
                "org.fhir.ucum..",
                "com.fasterxml.jackson..",
                "org.slf4j..")),
        new Row(
            "org.rxtwin.store",
            plusDomain(
                "org.rxtwin.store..",
                "javax.sql..",
                "com.zaxxer.hikari..",
                "org.flywaydb..",
                "org.jdbi..",
                "org.sqlite..",
                "org.postgresql..",
                "com.github.benmanes.caffeine..",
                "org.slf4j..")));
  }

  private static List<String> plusDomain(String... own) {
    return Stream.concat(Stream.of(DOMAIN), Stream.of(own)).toList();
  }

  private record Row(String module, List<String> allowed) {
    ArchRule rule() {
      String[] all =
          Stream.concat(
                  Stream.of(EVERYWHERE), Stream.concat(Stream.of(module + ".."), allowed.stream()))
              .toArray(String[]::new);
      return classes()
          .that()
          .resideInAPackage(module + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(all)
          .allowEmptyShould(true);
    }
  }
}
