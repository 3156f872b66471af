package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;

/** Analytes, what drugs ask to be measured, and the results at which a drug becomes a question. */
public final class LaboratoryTable {
  private final List<Analyte> all;
  private final List<SamplingTime> sampling;
  private final Lookup<Analyte> byId;
  private final Lookup<Analyte> byLoinc;
  private final Lookup<Analyte> byName;
  private final Lookup<MonitoringNeed> needs;
  private final Lookup<LabLimit> limits;
  private final List<SpecimenWord> specimenWords;
  private final Lookup<LabTrend> trends;
  private final Lookup<DeltaCheck> deltas;

  LaboratoryTable(KnowledgeTables tables, Formulary drugs) {
    all = tables.list(Subject.ANALYTES);
    sampling = tables.list(Subject.SAMPLING_TIMES);
    byId = Lookup.by(all, Analyte::id);
    byLoinc = Lookup.byAll(all, Analyte::loinc);
    byName =
        Lookup.byAll(all, a -> a.localNames().stream().map(DrugText::normal).distinct().toList());
    needs =
        Lookup.byAll(tables.list(Subject.MONITORING_NEEDS), n -> drugs.listIngredientsOf(n.drug()));
    limits = Lookup.byAll(tables.list(Subject.LAB_LIMITS), l -> drugs.listIngredientsOf(l.drug()));
    specimenWords = tables.list(Subject.SPECIMEN_WORDS);
    trends = Lookup.byAll(tables.list(Subject.LAB_TRENDS), t -> drugs.listIngredientsOf(t.drug()));
    deltas = Lookup.by(tables.list(Subject.DELTA_CHECKS), DeltaCheck::analyte);
  }

  /** All analytes. */
  public List<Analyte> list() {
    return all;
  }

  /** The analyte with this id. */
  public Analyte getAnalyte(String id) {
    return findAnalyte(id).orElseThrow(() -> new UnknownKnowledge("analytes", id));
  }

  /** How long after a dose of that ingredient a level must be drawn, where it matters. */
  public Optional<SamplingTime> findSamplingTime(String analyte, String ingredient) {
    return sampling.stream()
        .filter(each -> each.analyte().equals(analyte) && each.drug().equals(ingredient))
        .findFirst();
  }

  /** The analyte with this id, if known. */
  public Optional<Analyte> findAnalyte(String id) {
    return byId.find(id);
  }

  /** The analyte a LOINC means, if known. */
  public Optional<Analyte> findByLoinc(String loinc) {
    return byLoinc.find(loinc);
  }

  /** The analyte a feed's own name means, if known. */
  public Optional<Analyte> findByLocalName(String name) {
    return byName.find(DrugText.normal(name));
  }

  /** The analyte that a test is, as advice names it: by id or name, whatever its unit. */
  public Optional<Analyte> findNamed(String test) {
    return all.stream().filter(each -> each.isNamed(test.strip())).findFirst();
  }

  /** What an ingredient asks to be measured, its classes' needs included. */
  public List<MonitoringNeed> listNeeds(String ingredient) {
    return needs.list(ingredient);
  }

  /** Words by which laboratories say that a specimen cannot be believed. */
  public List<SpecimenWord> listSpecimenWords() {
    return specimenWords;
  }

  /** Results at which an ingredient becomes a question, its classes' limits included. */
  public List<LabLimit> listLimits(String ingredient) {
    return limits.list(ingredient);
  }

  /** Changes of results at which an ingredient becomes a question, its classes' included. */
  public List<LabTrend> listTrends(String ingredient) {
    return trends.list(ingredient);
  }

  /** The jump at which a result of this analyte asks for a fresh specimen. */
  public Optional<DeltaCheck> findDeltaCheck(String analyte) {
    return deltas.find(analyte);
  }
}
