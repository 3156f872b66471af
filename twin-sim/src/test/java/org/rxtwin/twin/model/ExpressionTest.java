package org.rxtwin.twin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic of model files: what it means and what it refuses. */
class ExpressionTest {
  private static double value(String text, double a, double b) {
    double[] slots = {a, b, 0};
    ProgramWriter.compile(
            "test",
            List.of(new Assignment(2, ExpressionParser.parse("test", text))),
            Map.of("A", 0, "B", 1))
        .run(slots);
    return slots[2];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1+2*3 | 7",
        "(1+2)*3 | 9",
        "8/4/2 | 1",
        "7-2-1 | 4",
        "2**3**2 | 512",
        "-2**2 | -4",
        "2**-1 | 0.5",
        "+3 | 3",
        "--3 | 3",
        "1.5e3 | 1500",
        ".5 | 0.5",
        "2. | 2",
        "exp(0) | 1",
        "log(1) | 0",
        "sqrt(9) | 3",
        "pow(2,10) | 1024",
        "min(2,3) | 2",
        "max(2,min(5,4)) | 4",
        "1<2 | 1",
        "2<=2 | 1",
        "3>4 | 0",
        "4>=4 | 1",
        "1==1 | 1",
        "1!=1 | 0",
        "(1<2)*(2<3)*10 | 10",
        "5 if 1<2 else 6 | 5",
        "5 if 0 else 6 | 6",
        "1 if 0 else (2 if 0 else 3) | 3",
        "1 if 0 else 2 if 0 else 3 | 3",
        "1+1 if 2>1 else 0 | 2"
      })
  void arithmeticMeansWhatItMeansInPython(String text, double expected) {
    assertThat(value(text, 0, 0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A<B", "A<=B", "A>B", "A>=B", "A==B"})
  void comparisonsWithoutANumberAreFalse(String text) {
    assertThat(value(text, Double.NaN, 1)).isZero();
    assertThat(value("A!=B", Double.NaN, 1)).isEqualTo(1);
  }

  @RepeatedTest(200)
  void compiledArithmeticAgreesWithJava(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    double a = random.nextInt(5) == 0 ? random.nextInt(3) - 1 : -50 + 100 * random.nextDouble();
    double b = random.nextInt(5) == 0 ? 1 : 0.1 + 49.9 * random.nextDouble();

    assertThat(value("(A-B)*A/B + max(A,B) - (A if A<B else -B)", a, b))
        .isEqualTo((a - b) * a / b + Math.max(a, b) - (a < b ? a : -b));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runtime.getRuntime()",
        "System.exit(0)",
        "A;B",
        "A=3",
        "'x'",
        "A[0]",
        "new A",
        "A B",
        "1 2",
        "exit(1)",
        "exp()",
        "min(1)",
        "min(1,2,3)",
        "(1",
        "1)",
        "",
        "1+",
        "*2",
        "a if b",
        "1<2<3",
        "if",
        "A if 1 else",
        "__import__('os')",
        "1e",
        "A.B"
      })
  void whatIsNotArithmeticIsRefused(String text) {
    assertThatThrownBy(() -> ExpressionParser.parse("parameters.CL", text))
        .isInstanceOf(ModelProblem.class)
        .hasMessageStartingWith("parameters.CL: ")
        .hasMessageContaining("\nMaybe ");
  }

  @Test
  void textsMadeToExhaustTheReaderAreRefused() {
    for (String bomb :
        List.of("(".repeat(3000), "-".repeat(3000) + "1", "1+".repeat(3000), "exp(".repeat(900))) {
      assertThatThrownBy(() -> ExpressionParser.parse("x", bomb)).isInstanceOf(ModelProblem.class);
    }
  }

  @Test
  void aModelOfTooManyOperationsIsRefusedInsteadOfLoaded() {
    String line = "A+B".repeat(1) + "+A*B".repeat(900);
    List<Assignment> many =
        java.util.Collections.nCopies(40, new Assignment(2, ExpressionParser.parse("x", line)));
    assertThatThrownBy(() -> ProgramWriter.compile("ode", many, Map.of("A", 0, "B", 1)))
        .isInstanceOf(ModelProblem.class)
        .hasMessageContaining("too many operations");
  }
}
