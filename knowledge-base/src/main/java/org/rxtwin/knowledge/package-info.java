/**
 * What: drugs, their effects on one another, genes, limits, allergies, monitoring and analytes as
 * immutable tables.
 *
 * <p>In: {@code knowledge/<subject>.csv} from the class path, with a site's folder of the same form
 * laid over it.
 *
 * <p>Out: {@link org.rxtwin.knowledge.Knowledge}, looked up by index, and every refusal with file,
 * line and column.
 *
 * <p>Units: mg, L, h, days; renal thresholds in mL/min (mL/min/1.73 m2 where the estimator is
 * indexed); analytes in the UCUM unit of their row.
 *
 * <p>Source: each row names its own, the year of it, and whether the project has seen it or
 * remembers it.
 *
 * <p><b>Files.</b> RFC 4180 with a header, UTF-8, lines that begin with {@code #} are remarks,
 * lists are joined by {@code ;}, choices are lower case with hyphens, {@code yes} and {@code no},
 * days as {@code yyyy-mm-dd}. A drug is the id of an ingredient; where a class may stand it is
 * written {@code class:nsaids}. Every file ends with {@code source, source_year, evidence (seen,
 * remembered), review_by}. A column that is not listed, one that is missing, a key that is taken, a
 * name that no row has: refused, told with file, line and column, all of them at once. A site's row
 * of the same key replaces the shipped one and is told as a conflict. Files with advice carry
 * {@code verb, what, alternative, test, within_days}: a verb with its object, then another drug, or
 * a test and the days until it is due.
 *
 * <ul>
 *   <li>{@code ingredients}: {@code ingredient} (slug), {@code name, rxcui, atc} (level 5), {@code
 *       molar_mass} (g/mol), {@code valence} (of the ion, where it is ordered in equivalents)
 *   <li>{@code drug_names}: {@code text, kind} (generic, brand, synonym, misspelling), {@code
 *       ingredients} (all parts)
 *   <li>{@code drug_codes}: {@code system} (rxnorm, ndc, atc, snomed, local), {@code code,
 *       ingredients}
 *   <li>{@code drug_classes}: {@code class, name, members, includes} (classes inside it)
 *   <li>{@code look_alikes}: {@code one, other}
 *   <li>{@code product_reach}: {@code ingredient, route, form} (word or {@code *}), {@code reach}
 *       (none, low, systemic)
 *   <li>{@code enzyme_roles}: {@code ingredient, enzyme} (or RENAL, P-GP), {@code role} (substrate,
 *       activated, inhibitor, inducer), {@code strength} (strong, moderate, weak), {@code figure,
 *       figure_low, figure_high} (share of clearance, activity left, or activity grown), {@code
 *       above_daily_mg, onset_days, washout_days}
 *   <li>{@code clearance_effects}: {@code substrate, moiety, perpetrator, above_daily_mg, ratio,
 *       ratio_low, ratio_high} (clearance with over without), {@code onset_days, washout_days}
 *   <li>{@code interactions}: {@code interaction, side_a, side_b, kind} (pharmacokinetic,
 *       pharmacodynamic), {@code affected} (a, b, both), {@code direction} (up, down), {@code
 *       severity} (contraindicated, major, moderate, minor), {@code tier} (hard-stop, interrupt,
 *       queue, log), {@code mechanism, auc_ratio, auc_ratio_low, auc_ratio_high, systemic_only},
 *       advice
 *   <li>{@code dose_limits}: {@code limit, ingredient, route, age_from, age_to} (years, from
 *       included), {@code weight_below} (kg: for lighter people only), {@code indication, unit}
 *       (mg, mg-per-kg, mmol, unit), {@code single_max, daily_max, weekly_max, min_interval_h,
 *       severity, tier}
 *   <li>{@code renal_limits}: {@code limit, ingredient, route, indication, estimator}
 *       (cockcroft-gault, ckd-epi), {@code weight} (actual, ideal, adjusted, none), {@code from,
 *       below, action} (avoid, no-new-start, limit), {@code max_daily_mg, min_interval_h,
 *       jurisdiction, severity, tier}, advice
 *   <li>{@code allergy_groups}: {@code group, name, kind} (class, named, side-chain, wider), {@code
 *       words} (what allergy lists write for it), {@code members}
 *   <li>{@code other_allergens}: {@code allergen, name, kind} (food, environment, material,
 *       excipient, diagnostic), {@code words}: what is no drug, so that an allergy to it is no
 *       question; a word that names a drug is refused
 *   <li>{@code alleles}: {@code gene, allele, function, activity_value} (CYP2C9, CYP2D6, DPYD)
 *   <li>{@code phenotype_pairs}: {@code gene, function_1, function_2} (empty where there is one
 *       copy), {@code phenotype}
 *   <li>{@code gene_recommendations}: {@code drug, gene} (several joined by {@code +}), {@code
 *       result} (phenotype, {@code AS 0.25-1}, {@code *57:01 positive}, {@code No Result}, {@code
 *       any}; alternatives joined by {@code |}, several genes by {@code " + "}), {@code population,
 *       strength, dosing_change, alternate_drug, severity, tier}, advice (none where the result
 *       changes nothing)
 *   <li>{@code gene_tests}: {@code need, drug, gene, allele} (of HLA), {@code new_for_days} (so
 *       long a start counts as new), {@code ancestry} (for whom; empty: everybody), {@code
 *       severity, tier}, advice
 *   <li>{@code analytes}: {@code analyte, name, loinc, local_names, unit} (UCUM), {@code
 *       molar_mass} (g/mol), {@code valence} (of an ion that is also told in equivalents)
 *   <li>{@code sampling_times}: {@code analyte, drug, not_before_hours} (after a dose of the drug)
 *   <li>{@code monitoring_needs}: {@code need, drug, beside} (only while this runs too), {@code
 *       analyte, occasion} (before-start, start, dose-change, ongoing, unsteady, settling), {@code
 *       within_days, every_days}; for the last two, which count from the last result: {@code
 *       steady_results, steady_low, steady_high} (how many of the last results must lie where),
 *       {@code from_day, to_day} (of the course); {@code severity, tier}
 *   <li>{@code lab_limits}: {@code limit, drug, analyte, side} (above: from the threshold; below:
 *       under it), {@code threshold, unit} (the analyte's), {@code jurisdiction, severity, tier},
 *       advice
 *   <li>{@code lab_trends}: {@code trend, drug, analyte, direction} (up, down), {@code change}
 *       (percent, absolute), {@code amount, baseline} (before-start, lowest, highest, last), {@code
 *       window_days, from_day, to_day} (of the course), {@code beyond} (the result must lie beyond
 *       it too), {@code jurisdiction, severity, tier}, advice
 *   <li>{@code delta_checks}: {@code analyte, within_hours, jump}
 *   <li>{@code lifetime_limits}: {@code limit, ingredient, unit} (mg, mg-per-m2, unit), {@code
 *       maximum, severity, tier}, advice
 *   <li>{@code duplicate_classes}: {@code duplicate, name, drugs} (a class, or an ingredient whose
 *       orders are counted), {@code most, grace_hours, intended} (pairs {@code one+other}), {@code
 *       severity, tier}, advice
 *   <li>{@code product_strengths}: {@code name, strength} (as written), {@code piece_mg} ({@code
 *       codeine:8;paracetamol:500})
 *   <li>{@code dose_conditions}: {@code interaction, ingredient, unit} (mg, mg-per-kg), {@code
 *       at_most} (a day), {@code tier, said}; only rows that were seen
 *   <li>{@code expected_effects}: {@code effect, drug, words}; only rows that were seen
 *   <li>{@code specimen_words}: {@code word} (anywhere in a comment), {@code heed} (specimen: in
 *       what is said of it; anywhere: in the clinical information of the request as well)
 *   <li>{@code condition_groups}: {@code group, name, codes} (beginnings of ICD-10 codes, or {@code
 *       system|code}), {@code words, days} (how long it counts, where it passes by itself)
 *   <li>{@code qt_risks}: {@code risk, ingredient, route, category} (known, possible, conditional),
 *       {@code above_daily_mg, washout_days, alternative}
 *   <li>{@code qt_factors}: {@code factor, threshold, unit, points}: the score and its bounds
 *   <li>{@code opioid_factors}: {@code factor_id, drug, route, form} (words of the order or {@code
 *       *}), {@code basis} (mg-per-day, mcg-per-hour, not-counted), {@code factor} (mg of oral
 *       morphine), {@code tolerant_from_mme, note}
 *   <li>{@code opioid_limits}: {@code limit, jurisdiction, population, counts} (scheduled,
 *       ceiling), {@code from_mme, severity, tier}, advice
 *   <li>{@code pregnancy_risks}: {@code risk, drug, state} (pregnant, could-be, excluded), {@code
 *       from_week, to_week} (0 to 45: always), {@code above_daily_mg, severity, tier}, advice
 *   <li>{@code pregnancy_signs}: {@code sign, source_kind} (condition, result, due-date, age),
 *       {@code codes, answers, from, below, says} (pregnant, not-pregnant, ended, not-possible,
 *       possible), {@code valid_days}
 * </ul>
 */
@NullMarked
package org.rxtwin.knowledge;

import org.jspecify.annotations.NullMarked;
