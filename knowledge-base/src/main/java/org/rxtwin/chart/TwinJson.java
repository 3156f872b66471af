package org.rxtwin.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.rxtwin.quantity.Figures;

/**
 * The twin's part of an alert. Exposures are rounded to a hundredth, probabilities to a tenth %.
 */
final class TwinJson {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);
  private static final int EXPOSURE_DECIMALS = 2;
  private static final int PROBABILITY_DECIMALS = 3;

  ObjectNode tree(Alert.Twin twin) {
    ObjectNode node = NODES.objectNode();
    node.put("verdict", twin.verdict());
    node.put("why", twin.why());
    twin.run().ifPresent(run -> run(node, run));
    twin.run()
        .flatMap(DoseVerdict.TwinRun::current)
        .ifPresent(
            current ->
                node.set("current", outlook(twin.run().get(), current, twin.dosesAssumed())));
    twin.recommended()
        .ifPresent(
            best ->
                node.set(
                    "recommended",
                    outlook(twin.run().get(), best, twin.dosesAssumed())
                        .put("screened", twin.recommendedScreened())));
    twin.run().ifPresent(run -> node.put("seed", run.seed()));
    return node;
  }

  private static void run(ObjectNode node, DoseVerdict.TwinRun run) {
    node.put("model", run.model());
    node.put("modelVersion", run.modelVersion());
    node.put("confirmed", run.confirmed());
    node.put("quantity", run.exposure());
    AlertJson.text(node, "unit", run.unit());
    node.putArray("target").add(exposure(run.targetLow())).add(exposure(run.targetHigh()));
    AlertJson.texts(node, "notes", run.notes());
    AlertJson.time(node, "nextLevelBy", run.nextLevelBy());
    run.loading().ifPresent(first -> node.set("loading", loading(first)));
  }

  static ObjectNode loading(DoseVerdict.Loading first) {
    ObjectNode node = NODES.objectNode();
    node.put("dose", new BigDecimal(Figures.plain(first.dose().amount())));
    node.put("unit", first.dose().unit().ucum());
    node.put("infusionHours", new BigDecimal(Figures.plain(first.infusionHours())));
    AlertJson.text(node, "route", first.route());
    node.put("why", first.why());
    return node;
  }

  private static ObjectNode outlook(
      DoseVerdict.TwinRun run, DoseVerdict.Outlook outlook, boolean assumed) {
    ObjectNode node = NODES.objectNode();
    node.set("regimen", regimen(outlook.regimen()));
    JudgedExposure.of(run, outlook)
        .ifPresent(
            judged -> {
              judged.day().ifPresent(day -> node.put("day", exposure(day)));
              node.put("when", judged.when());
              node.put("exposure", exposure(judged.expected()));
              node.putArray("interval90")
                  .add(exposure(judged.low90()))
                  .add(exposure(judged.high90()));
            });
    if (!outlook.exposures().isEmpty()) {
      ArrayNode others = node.putArray("exposures");
      outlook.exposures().forEach(each -> others.add(named(each)));
    }
    node.put("pTarget", probability(outlook.pTarget()));
    node.put("pLow", probability(outlook.pLow()));
    node.put("pToxic", probability(outlook.pToxic()));
    node.put("doses", assumed ? "assumed" : "given");
    ArrayNode forecast = node.putArray("forecast");
    outlook.forecast().forEach(point -> forecast.add(point(point)));
    return node;
  }

  static ObjectNode regimen(Regimen regimen) {
    ObjectNode node = NODES.objectNode();
    node.put("drug", regimen.drug());
    node.put("dose", new BigDecimal(Figures.plain(regimen.dose().amount())));
    node.put("unit", regimen.dose().unit().ucum());
    node.put("intervalHours", new BigDecimal(Figures.plain(regimen.intervalHours())));
    AlertJson.text(node, "route", regimen.route());
    if (regimen.infusionHours() > 0) {
      node.put("infusionHours", new BigDecimal(Figures.plain(regimen.infusionHours())));
    }
    node.put("text", regimen.text());
    return node;
  }

  private static ObjectNode named(DoseVerdict.Exposure exposure) {
    ObjectNode node = NODES.objectNode();
    node.put("name", exposure.name());
    AlertJson.text(node, "unit", exposure.unit());
    node.put("expected", exposure(exposure.expected()));
    node.putArray("interval90").add(exposure(exposure.low90())).add(exposure(exposure.high90()));
    return node;
  }

  private static ObjectNode point(DoseVerdict.ForecastPoint point) {
    ObjectNode node = NODES.objectNode();
    node.put("day", exposure(point.day()));
    node.put("at", point.at().toString());
    node.put("expected", exposure(point.expected()));
    node.put("low90", exposure(point.low90()));
    node.put("high90", exposure(point.high90()));
    return node;
  }

  private static BigDecimal exposure(double value) {
    return new BigDecimal(Figures.rounded(value, EXPOSURE_DECIMALS));
  }

  private static BigDecimal probability(double value) {
    return new BigDecimal(Figures.rounded(value, PROBABILITY_DECIMALS));
  }
}
