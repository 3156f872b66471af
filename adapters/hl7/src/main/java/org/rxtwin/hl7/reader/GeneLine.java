package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.LabResult;

/**
 * A result that may tell of a gene.
 *
 * @param result as read
 * @param commonWords what the value's code in LOINC or SNOMED is called, which may be read where
 *     the sender's words cannot
 * @param subId OBX-4
 * @param genes genes that its code and its words name; more than one where they disagree
 * @param allele allele that the code itself asks for, such as {@code *15:02}
 * @param role what the line is for
 */
record GeneLine(
    LabResult result,
    String commonWords,
    String subId,
    List<String> genes,
    Optional<String> allele,
    Role role) {
  /** What a line of a genetic report is for. */
  enum Role {
    /** Names the gene of other lines (LOINC 48018-6). */
    STUDIED,
    /** Says by its code that it holds a genotype or phenotype. */
    CODED,
    /** Names a gene in its words only. */
    NAMED,
    /** Nothing of a gene. */
    OTHER
  }
}
