package org.rxtwin.twin.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model file says beside its arithmetic.
 *
 * @param id name of the model
 * @param version of the file
 * @param drug ingredient it is for
 * @param confirmed whether every figure was read in the source or a traced transcription of it
 * @param source the paper
 * @param population who was studied
 * @param populationSize how many
 * @param domain for whom it may speak
 * @param notBeside drugs beside which it speaks for nobody
 * @param units of all numbers
 * @param covariates what it must be told of the patient
 * @param levels which laboratory values it can be fitted to
 * @param targets what a dose is to reach
 * @param giving which doses can be given
 * @param notes where it differs from the paper
 * @param proof where its published check lives in the tests
 */
public record ModelText(
    String id,
    String version,
    String drug,
    boolean confirmed,
    Source source,
    String population,
    int populationSize,
    Domain domain,
    List<NotBeside> notBeside,
    Units units,
    List<Covariate> covariates,
    List<LevelUse> levels,
    List<Target> targets,
    Optional<Giving> giving,
    List<String> notes,
    List<String> proof) {
  public ModelText {
    notBeside = List.copyOf(notBeside);
    covariates = List.copyOf(covariates);
    levels = List.copyOf(levels);
    targets = List.copyOf(targets);
    notes = List.copyOf(notes);
    proof = List.copyOf(proof);
  }
}
