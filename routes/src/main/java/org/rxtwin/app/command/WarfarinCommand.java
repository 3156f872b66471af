package org.rxtwin.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.warfarin.StartingDose;
import org.rxtwin.twin.warfarin.WarfarinPatient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code warfarin}: starting doses for a table of patients. */
@Command(
    name = "warfarin",
    description = {
      "Gives the starting doses of warfarin by IWPC 2009, Gage 2008 and the twin.",
      "Input: CSV age,height_cm,weight_kg,race,vkorc1,cyp2c9,amiodarone,inducer,smoker,dvt_pe,"
          + "target_inr; race as white, asian or black, any other counts as missing or mixed;"
          + " vkorc1 as GG, AG or AA, cyp2c9 as *1/*3, yes or no as 1 or 0, target_inr 2.5 where"
          + " empty.",
      "Answer: + iwpc_pgx_mg_week, iwpc_clinical_mg_week, gage_pgx_mg_day, gage_clinical_mg_day,"
          + " twin_mg_day (the dose whose typical INR settles at the target; beside amiodarone at its"
          + " full effect, beside an inducer none)."
    })
final class WarfarinCommand implements Callable<Integer> {
  private static final List<String> NEEDED = List.of("age", "height_cm", "weight_kg");
  private static final List<String> COLUMNS =
      List.of(
          "age",
          "height_cm",
          "weight_kg",
          "race",
          "vkorc1",
          "cyp2c9",
          "amiodarone",
          "inducer",
          "smoker",
          "dvt_pe",
          "target_inr");
  private static final CsvAnswers TABLE =
      new CsvAnswers(
          NEEDED,
          List.of(
              "iwpc_pgx_mg_week",
              "iwpc_clinical_mg_week",
              "gage_pgx_mg_day",
              "gage_clinical_mg_day",
              "twin_mg_day"));

  private final Site site;

  @Mixin private TableFile file = new TableFile();

  WarfarinCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    PkPdModel model =
        site.models()
            .findForDrug("warfarin")
            .orElseThrow(() -> new UnusableInput("Expected a twin model of warfarin, came none"));
    double amiodarone =
        site.knowledge()
            .interactions()
            .findEffect("warfarin", "S-warfarin", "amiodarone", OptionalDouble.empty())
            .map(effect -> effect.clearanceRatio().value())
            .orElseThrow(
                () ->
                    new UnusableInput(
                        "Expected a row of clearance_effects for amiodarone and S-warfarin, came"
                            + " none"));
    return file.answer(site, TABLE, row -> answer(model, amiodarone, row));
  }

  private static Map<String, String> answer(PkPdModel model, double amiodarone, CsvRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.forEach(name -> cells.put(name, row.text(name)));
    StartingDose dose;
    try {
      dose = StartingDose.of(WarfarinPatient.fromRow(cells), model, amiodarone);
    } catch (IllegalArgumentException e) {
      throw new RowProblem(RowProblem.oneLine(e), e);
    }
    Map<String, String> answers =
        Map.of(
            "iwpc_pgx_mg_week", text(dose.iwpcPgxMgWeek()),
            "iwpc_clinical_mg_week", text(dose.iwpcClinicalMgWeek()),
            "gage_pgx_mg_day", text(dose.gagePgxMgDay()),
            "gage_clinical_mg_day", text(dose.gageClinicalMgDay()),
            "twin_mg_day", text(dose.twinMgDay()));
    if (!dose.problems().isEmpty()) {
      throw new RowProblem(String.join("; ", dose.problems()), answers);
    }
    return answers;
  }

  private static String text(OptionalDouble dose) {
    return dose.isPresent() ? Figures.rounded(dose.getAsDouble(), 4) : "";
  }
}
