package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.command.Shell.Ran;

/**
 * The twin at the command line, on one compartment with a closed form: C = D/V exp(-CL/V t), CL = 2
 * L/h, V = 20 L, 100 mg.
 */
class TwinCommandsTest {
  private static final String MODEL =
      """
      model: one-bolus
      drug: example
      source: {citation: "Bolus into one compartment", table: "none"}
      population: {n: 1, describe: "a calculation"}
      units: {amount: mg, time: h, volume: L, concentration: mg/L}
      covariates: []
      parameters:
        CL: 2*exp(ETA1)
        V1: 20*exp(ETA2)
      compartments: [CENTRAL]
      structure: one-compartment
      outputs: {CENTRAL: {scale: V1, error: {prop_var: 0.01, add_var: 0.0001}}}
      omega: [[0.09, 0], [0, 0.04]]
      """;

  private static final String DATA =
      """
      ID,TIME,AMT,DV,EVID,CMT
      7,0,100,.,1,1
      7,5,.,3.0,0,1
      8,0,100,.,1,1
      8,10,.,1.9,0,1
      """;

  @TempDir Path folder;
  private Shell shell;
  private String model = "";
  private String data = "";

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder);
    model = Files.writeString(folder.resolve("one.yaml"), MODEL).toString();
    data = Files.writeString(folder.resolve("data.csv"), DATA).toString();
  }

  @Test
  void simulatePredictsEachRecordAtTypicalValues() {
    Ran ran = shell.run("", "twin", "simulate", "--model", model, "--data", data);

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.lines().get(0)).isEqualTo("ID,TIME,CMT,PRED,problem");
    assertThat(cell(ran, 2, 3)).isCloseTo(5 * StrictMath.exp(-0.5), within(1e-8));
    assertThat(cell(ran, 4, 3)).isCloseTo(5 * StrictMath.exp(-1.0), within(1e-8));
  }

  @Test
  void answersStandInTheOrderOfTheDataAndEveryRecordHasOne() {
    String mixed =
        """
        ID,TIME,AMT,EVID,CMT
        7,0,100,1,1
        8,0,100,1,9
        7,5,.,0,1
        8,10,.,0,1
        """;
    Ran ran = shell.run(mixed, "twin", "simulate", "--model", model, "--data", "-");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(5);
    assertThat(ran.lines().get(1)).isEqualTo("7,0,1,5,");
    assertThat(ran.lines().get(2)).startsWith("8,0,9,,").contains("came CMT 9");
    assertThat(cell(ran, 3, 3)).isCloseTo(5 * StrictMath.exp(-0.5), within(1e-8));
    assertThat(ran.lines().get(4)).startsWith("8,10,1,,").contains("came CMT 9");
  }

  @Test
  void etasAddIndividualPredictionsAndAMissingIdIsSaid() throws IOException {
    Path etas =
        Files.writeString(folder.resolve("eta.csv"), "ID,ETA1,ETA2\n7,0.6931471805599453,0\n");

    Ran ran =
        shell.run(
            DATA, "twin", "simulate", "--model", model, "--data", "-", "--eta", etas.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(cell(ran, 2, 4)).isCloseTo(5 * StrictMath.exp(-1.0), within(1e-8));
    assertThat(ran.lines().get(3)).isEqualTo("8,0,1,,,no etas are given for this ID");
    assertThat(ran.lines().get(4)).isEqualTo("8,10,1,,,no etas are given for this ID");
  }

  @Test
  void optionsThatExcludeOneAnotherAreWrongUsage() {
    Ran negative =
        shell.run("", "twin", "estimate", "--model", model, "--data", data, "--samples", "-3");
    Ran both =
        shell.run(
            "", "twin", "estimate", "--model", model, "--data", data, "--at", data, "--covariance");

    assertThat(negative.exit()).isEqualTo(2);
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("--at without --covariance");
  }

  @Test
  void estimateGivesARowForEachIdWhoseObjectiveIsTheOneAtThoseEtas() throws IOException {
    Ran found = shell.run("", "twin", "estimate", "--model", model, "--data", data);
    Path at = Files.writeString(folder.resolve("at.csv"), found.out());
    Ran again =
        shell.run("", "twin", "estimate", "--model", model, "--data", data, "--at", at.toString());

    assertThat(found.exit()).as(found.err()).isZero();
    assertThat(found.lines().get(0)).isEqualTo("ID,ETA1,ETA2,CL,V1,OBJ,problem");
    assertThat(found.lines()).hasSize(3);
    assertThat(cell(again, 1, 5)).isCloseTo(cell(found, 1, 5), within(1e-9));
    assertThat(cell(again, 2, 5)).isCloseTo(cell(found, 2, 5), within(1e-9));
    assertThat(cell(found, 1, 3)).isCloseTo(2 * StrictMath.exp(cell(found, 1, 1)), within(1e-9));
  }

  @Test
  void covarianceIsPositiveAndSamplesFollowTheirSeed() {
    String[] args = {
      "twin", "estimate", "--model", model, "--data", data, "--covariance", "--samples", "3"
    };

    Ran ran = shell.run("", args);

    assertThat(ran.lines().get(0))
        .isEqualTo("ID,SAMPLE,ETA1,ETA2,CL,V1,OBJ,COV_1_1,COV_2_1,COV_2_2,problem");
    assertThat(ran.lines()).hasSize(1 + 2 * (1 + 3));
    assertThat(cell(ran, 1, 7)).isBetween(0.0, 0.09);
    assertThat(cell(ran, 1, 9)).isBetween(0.0, 0.04);
    assertThat(shell.run("", args).out()).isEqualTo(ran.out());
  }

  @Test
  void dataThatCannotBeReadSayTheLine() {
    Ran ran =
        shell.run("ID,TIME,AMT\n1,zero,100\n", "twin", "simulate", "--model", model, "--data", "-");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("line 2").contains("TIME");
  }

  @Test
  void theLibraryIsListedAndShown() {
    assertThat(shell.run("", "twin", "models").out())
        .contains("warfarin-hamberg-2007", "age years 22-87 (never outside 18-100)");
    assertThat(shell.run("", "twin", "show", "warfarin-hamberg-2007").out())
        .contains("doi:10.1038/sj.clpt.6100084", "covariate   AGE: years, must be given");
    assertThat(shell.run("", "twin", "show", "warfarin-hamberg-2008").err())
        .contains("warfarin-hamberg-2007");
  }

  private static double cell(Ran ran, int line, int column) {
    List<String> cells = Arrays.asList(ran.lines().get(line).split(",", -1));
    return Double.parseDouble(cells.get(column));
  }
}
