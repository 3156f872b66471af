package org.rxtwin.twin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.model.Domain.Place;

/** A model file is read whole or refused with the place and a way out. */
class ModelReaderTest {
  static final String VANCOMYCIN = Resources.text("vancomycin-two-compartment.yaml");

  @Test
  void aModelSaysWhatTheFileSays() {
    PkPdModel model = ModelReader.read(VANCOMYCIN);

    assertThat(model.text().drug()).isEqualTo("vancomycin");
    assertThat(model.text().source().doi()).isEqualTo("10.0000/example");
    assertThat(model.text().population()).startsWith("adults");
    assertThat(model.text().populationSize()).isEqualTo(20);
    assertThat(model.text().domain().place("weight_kg", 60)).isEqualTo(Place.INSIDE);
    assertThat(model.text().domain().place("weight_kg", 150)).isEqualTo(Place.OUTSIDE_SOFT);
    assertThat(model.text().domain().place("weight_kg", 10)).isEqualTo(Place.OUTSIDE_HARD);
    assertThat(model.text().domain().place("age_years", 17)).isEqualTo(Place.OUTSIDE_HARD);
    assertThat(model.text().domain().place("height_cm", 17)).isEqualTo(Place.INSIDE);
    assertThat(model.text().targets().get(0).toxicAbove()).isEqualTo(600);
    assertThat(model.text().targets().get(0).confirmed()).isFalse();
    assertThat(model.structure()).isEqualTo(Structure.TWO_COMPARTMENT);
    assertThat(model).hasToString("vancomycin-example 1");
  }

  @Test
  void whatIsAskedOfTheChartAndWhatCanBeGivenIsRead() {
    PkPdModel model =
        ModelReader.read(
            VANCOMYCIN.replace(
                    "[WT, CRCL]",
                    "[{name: WT, from: weight-kg}, {name: CRCL, from: crcl-ml-min, creatinine_floor:"
                        + " {mg_per_dl: 1, above_age: 65}}, {name: C3A5, from: 'gene:CYP3A5',"
                        + " typical: 0}]")
                + "levels: [{analyte: vancomycin-level}, {analyte: vancomycin-trough, output:"
                + " CENTRAL, not_before_hours: 2}]\n"
                + "giving: {step: 250, least: 250, most: 2000, most_daily: 4500, intervals_hours:"
                + " [24, 8, 12], route: IV, infusion: {most_mg_per_hour: 1000, least_hours: 1},"
                + " loading: {least_mg_per_kg: 20, most_mg_per_kg: 35, most: 3000, step: 250},"
                + " source: x}\n");
    Covariate crcl = model.text().covariates().get(1);
    Giving giving = model.text().giving().orElseThrow();

    assertThat(crcl.from().orElseThrow().kidneyFunction()).isTrue();
    assertThat(crcl.floor().orElseThrow().used(0.6, 66)).isEqualTo(1.0);
    assertThat(crcl.floor().orElseThrow().used(0.6, 65)).isEqualTo(0.6);
    assertThat(model.text().covariates().get(2).from().orElseThrow().of()).isEqualTo("CYP3A5");
    assertThat(model.text().covariates().get(2).otherwise()).isZero();
    assertThat(model.text().levels())
        .extracting(LevelUse::notBeforeHours)
        .containsExactly(0.0, 2.0);
    assertThat(giving.intervals()).containsExactly(8.0, 12.0, 24.0);
    assertThat(giving.infusionHours(1000)).isEqualTo(1.0);
    assertThat(giving.infusionHours(1750)).isEqualTo(1.75);
    assertThat(giving.infusionHours(1800)).isEqualTo(2.0);
    assertThat(giving.loading().orElseThrow().mostMgPerKg()).isEqualTo(35);
  }

  @Test
  void saturableEliminationHasAFormOfItsOwn() {
    PkPdModel model =
        ModelReader.read(
            VANCOMYCIN
                .replace("structure: two-compartment", "structure: michaelis-menten-oral")
                .replace("[CENTRAL, PERIPH]", "[DEPOT, CENTRAL]")
                .replace("  Q: 6.5", "  VMAX: 12\n  KM: 4\n  KA: 1"));

    assertThat(model.structure().saturable()).isTrue();
    assertThat(model.structure().linear()).isFalse();
    assertThat(model.structure().oral()).isTrue();
  }

  @Test
  void parametersAreComputedInOrderWithCovariatesAndEtas() {
    Map<String, Double> parameters =
        ModelReader.read(VANCOMYCIN)
            .parameters(Map.of("CRCL", 60.0, "WT", 80.0), new double[] {0.1, 0, 0});

    // CL = 4.5 * (60/120)^0.8 * exp(0.1)
    assertThat(parameters.get("CL"))
        .isCloseTo(4.5 * Math.pow(0.5, 0.8) * Math.exp(0.1), within(1e-12));
    assertThat(parameters.get("V1")).isCloseTo(58.4 * 80 / 70, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drug: vancomycin | drugs: vancomycin | drugs | 'drug' was meant",
        "CRCL/120 | CRLC/120 | parameters.CL | 'CRCL' was meant",
        "(CRCL/120) | (Q/120) | parameters.CL | undefined symbol 'Q'",
        "(CRCL/120) | (A1/120) | parameters.CL | undefined symbol 'A1'",
        "exp(ETA1) | exp(ETA4) | parameters.CL | undefined symbol 'ETA4'",
        "exp(ETA1) | exp(ETA1)*exit(1) | parameters.CL | unknown function",
        "amount: mg | amount: mgs | units.amount | 'mg' was meant",
        "time: h | time: parsec | units.time | use one of",
        "concentration: mg/L | concentration: mg | units.concentration | amount/volume",
        "citation: \"An example\" | citation: \"\" | source.citation | expected a text",
        "source: {citation | sauce: {citation | sauce | 'source' was meant",
        "structure: two-compartment | structure: two-compartments | structure | 'two-compartment' was meant",
        "structure: two-compartment | structure: one-compartment | compartments | has 1",
        "  Q: 6.5 | # none | parameters | needs Q",
        "[0, 0.4, 0] | [0, 0.4] | omega[2] | row of 3",
        "[0, 0.4, 0] | [0.5, 0.4, 0] | omega | not symmetric",
        "[0, 0.4, 0] | [0, -0.4, 0] | omega | not positive semi-definite",
        "[0, 0.4, 0] | [0, many, 0] | omega[2] | expected a number",
        "scale: V1, | skale: V1, | outputs.CENTRAL.skale | 'scale' was meant",
        "scale: V1, | scale: V9, | outputs.CENTRAL | undefined symbol 'V9'",
        "CENTRAL: {scale | CENTRE: {scale | outputs.CENTRE | 'CENTRAL' was meant",
        "prop_var: 0.05 | log_var: 0.05 | outputs.CENTRAL.error | stands alone",
        "prop_var: 0.05 | prop_var: -0.05 | outputs.CENTRAL.error | variance above zero",
        "low: 400 | low: 700 | targets.auc24 | expected low < high",
        "max_p_low: 0.3 | max_p_low: 30 | targets.auc24 | between 0 and 1",
        "source: \"an example\" | sauce: \"an example\" | targets.sauce | 'source' was meant",
        "[18, 100] | [100, 18] | domain.age_years | low is above high",
        "[18, 100] | [18] | domain.age_years | expected [low, high]",
        "soft: [45, 140] | soft: [30, 140] | domain.weight_kg.soft | inside hard",
        "soft: [45, 140] | soft: [45, 240] | domain.weight_kg.soft | inside hard",
        "population: {n: 20 | population: {n: many | population.n | expected a number",
        "V1: 58.4 | CRCL: 58.4 | CRCL | stands for two things",
        "confirmed: false | confirmed: perhaps | targets.confirmed | true or false",
        "(CRCL/120) | (Q/120) | parameters.CL | move the line of Q up",
        "(CRCL/120) | (CL/120) | parameters.CL | move the line of CL up",
        "  Q: 6.5 | 2Q: 6.5 | parameters | '2Q' cannot stand in an expression",
        "  Q: 6.5 | if: 6.5 | parameters | 'if' cannot stand in an expression",
        "scale: V1, | 'scale: V1, cmt: 0, ' | outputs.CENTRAL.cmt | whole number",
        "scale: V1, | 'scale: V1, cmt: 1.5, ' | outputs.CENTRAL.cmt | whole number",
        "covariates: [WT, CRCL] | covariates: [{name: WT, from: weight}, CRCL] | covariates.from | 'weight-kg' was meant",
        "covariates: [WT, CRCL] | covariates: [{name: WT, from: gene}, CRCL] | covariates.from | needs a name",
        "covariates: [WT, CRCL] | covariates: [{name: WT, from: 'weight-kg:x'}, CRCL] | covariates.from | takes no name",
        "covariates: [WT, CRCL] | covariates: [{name: WT, default: 1, typical: 2}, CRCL] | covariates.typical | keep one",
        "covariates: [WT, CRCL] | covariates: [{name: WT, creatinine_floor: {mg_per_dl: 1, above_age: 65}}, CRCL] | covariates.WT | crcl-ml-min",
        "covariates: [WT, CRCL] | covariates: [WT, {name: CRCL, from: crcl-ml-min, creatinine_floor: {mg_per_dl: 88, above_age: 65}}] | creatinine_floor | in mg/dL",
        "age_years: [18, 100] | ages: [18, 100] | domain.ages | use one of age_years",
        "name: auc24 | name: auc | targets.auc | 'auc24' was meant",
        "(CRCL/120) | System.exit(0) | parameters.CL | is not arithmetic",
        "(CRCL/120) | ${jndi:x} | parameters.CL | is not arithmetic",
        "(CRCL/120) | getClass() | parameters.CL | unknown function"
      })
  void aMistakeIsNamedWithItsPlaceAndTheNearestRightWord(
      String right, String wrong, String where, String what) {
    assertThat(VANCOMYCIN).contains(right);
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN.replace(right, wrong)))
        .isInstanceOf(ModelProblem.class)
        .hasMessageContaining(where)
        .hasMessageContaining(what)
        .hasMessageContaining("\nMaybe ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iov: [ETA1] | iov | not computed yet",
        "ode: [\"A1\"] | structure | either structure or ode",
        "dose: {F9: \"1\"} | dose.F9 | unknown key",
        "initial: {A9: \"1\"} | initial.A9 | unknown key",
        "giving: {step: 1, least: 1, most: 2, interval_hours: 24, most_change: 20, source: x} | giving.most_change | at most 1",
        "giving: {step: 1, least: 1, most: 2, interval_hours: 24, most_change: 0, source: x} | giving.most_change | above zero",
        "giving: {step: 1, least: 1, most: 2, interval_hours: 24, most_change: a fifth, source: x} | giving.most_change | expected a number",
        "giving: {step: 0, least: 1, most: 2, interval_hours: 24, source: x} | giving | above zero",
        "giving: {step: 1, least: 1, most: 2, source: x} | giving.interval_hours | missing",
        "giving: {step: 1, least: 1, most: 2, interval_hours: 8, intervals_hours: [8], source: x} | giving.intervals_hours | keep one",
        "giving: {step: 1, least: 1, most: 2, intervals_hours: [8, often], source: x} | giving.intervals_hours | expected a number",
        "giving: {step: 1, least: 1, most: 2, intervals_hours: [0, 8], source: x} | giving | interval above zero",
        "giving: {step: 1, least: 2, most: 2, most_daily: 1, intervals_hours: [8], source: x} | giving.most_daily | lowest single dose",
        "giving: {step: 1, least: 1, most: 2, intervals_hours: [8], infusion: {most_mg_per_hour: 0, least_hours: 1}, source: x} | giving.infusion | above zero",
        "giving: {step: 1, least: 1, most: 2, intervals_hours: [8], infusion: {rate: 1}, source: x} | giving.infusion.rate | unknown key",
        "giving: {step: 1, least: 1, most: 2, intervals_hours: [8], loading: {least_mg_per_kg: 9, most_mg_per_kg: 8, most: 1, step: 1}, source: x} | giving.loading | least_mg_per_kg",
        "levels: [{analyte: vancomycin-level, output: PERIF}] | levels.vancomycin-level | no output is called",
        "levels: [{analyte: vancomycin-level, not_before_hours: -1}] | levels.vancomycin-level | at least 0"
      })
  void aLineTooManyIsNamed(String line, String where, String what) {
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN + line + "\n"))
        .isInstanceOf(ModelProblem.class)
        .hasMessageContaining(where)
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log_var: 0.05 | within_log_var: -0.01 | variance from 0 to 1",
        "log_var: 0.05 | within_log_var: 9 | Maybe a percentage",
        "log_var: 0.05 | within_log_var: nine percent | expected a number",
        "log_var: 0.05 | within_log_var: .nan | expected a number",
        "prop_var: 0.05 | within_log_var: 0.01 | beside log_var only"
      })
  void aVariationWithinAPersonIsAVarianceBesideALogarithmicError(
      String error, String within, String what) {
    String wrong =
        VANCOMYCIN.replace(
            "error: {prop_var: 0.05, add_var: 1.5}", "error: {" + error + "}, " + within);
    assertThat(wrong).isNotEqualTo(VANCOMYCIN);
    assertThatThrownBy(() -> ModelReader.read(wrong))
        .isInstanceOf(ModelProblem.class)
        .hasMessageContaining("outputs.CENTRAL.within_log_var")
        .hasMessageContaining(what);
  }

  @Test
  void aModelTooLargeToCompileIsRefusedAndNotHalfRead() {
    StringBuilder many = new StringBuilder("parameters:\n");
    int number = 0;
    for (int p = 0; p < 70; p++) {
      many.append("  P").append(p).append(": 1");
      for (int term = 0; term < 500; term++) {
        many.append("+.").append(10_000 + ++number);
      }
      many.append('\n');
    }
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN.replace("parameters:\n", many.toString())))
        .isInstanceOf(ModelProblem.class)
        .hasMessageContaining("too many operations");
  }

  @Test
  void equationsMustBeOneACompartment() {
    assertThatThrownBy(
            () ->
                ModelReader.read(
                    VANCOMYCIN.replace("structure: two-compartment", "ode: [\"-CL/V1*A1\"]")))
        .hasMessageContaining("expected one equation a compartment (2), found 1");
  }

  @ParameterizedTest
  @CsvSource({"'a: [', not YAML", "'- a', expected a mapping", "'model: {}', missing"})
  void whatIsNoModelFileIsRefused(String text, String what) {
    assertThatThrownBy(() -> ModelReader.read(text))
        .isInstanceOf(ModelProblem.class)
        .hasMessageContaining(what);
  }

  @Test
  void yamlTagsCannotMakeObjects() {
    assertThatThrownBy(() -> ModelReader.read("model: !!javax.script.ScriptEngineManager [\"x\"]"))
        .isInstanceOf(ModelProblem.class);
  }

  @Test
  void outputsNeedNumbersOfTheirOwn() {
    String second = "outputs:\n  EFFECT: {cmt: 1, value: \"A1\"}";
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN.replace("outputs:", second)))
        .hasMessageContaining("number taken");
    String without = "outputs:\n  EFFECT: {value: \"A1\"}";
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN.replace("outputs:", without)))
        .hasMessageContaining("number it above the compartments");
  }

  @Test
  void theLibraryFindsModelsByIdByDrugAndByFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yaml");
    Files.writeString(file, VANCOMYCIN.replace("drug: vancomycin", "drug: teicoplanin"));
    ModelLibrary library = ModelLibrary.shipped();

    assertThat(library.list()).extracting(PkPdModel::id).contains("warfarin-hamberg-2007");
    assertThat(library.findForDrug("teicoplanin")).isEmpty();
    assertThat(library.with(folder).findForDrug("teicoplanin")).isPresent();
    assertThat(library.with(folder.resolve("missing")).list()).hasSameSizeAs(library.list());
    assertThat(library.get(file.toString()).id()).isEqualTo("vancomycin-example");
    assertThatThrownBy(() -> library.get("warfarin-hamberg-2070"))
        .hasMessageContaining("'warfarin-hamberg-2007' was meant");
  }

  @Test
  void aSitesOwnModelStandsInForTheShippedOneAndIsReported(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("warfarin.yaml"), Resources.text("/models/warfarin-hamberg-2007.yaml"));
    assertThat(ModelLibrary.shipped().replaced()).isEmpty();
    assertThat(ModelLibrary.shipped().with(folder).replaced())
        .containsExactly("warfarin-hamberg-2007");
  }

  @Test
  void aMissingCovariateIsAskedForByName() {
    assertThatThrownBy(
            () -> ModelReader.read(VANCOMYCIN).parameters(Map.of("WT", 80.0), new double[3]))
        .hasMessageContaining("covariate CRCL");
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN).parameters(Map.of(), new double[2]))
        .hasMessageContaining("expected 3 etas");
    assertThatThrownBy(() -> ModelReader.read(VANCOMYCIN).layout().slot("XX"))
        .hasMessageContaining("XX");
  }

  @Test
  void everyConfirmedModelOfTheLibraryNamesItsPaperAndItsProof() throws ClassNotFoundException {
    for (PkPdModel model : ModelLibrary.shipped().list()) {
      assertThat(model.text().source().doi()).as(model.id()).isNotEmpty();
      assertThat(model.text().proof()).as(model.id()).isNotEmpty();
      for (String proof : model.text().proof()) {
        assertThat(Class.forName(proof)).isNotNull();
      }
    }
  }
}
