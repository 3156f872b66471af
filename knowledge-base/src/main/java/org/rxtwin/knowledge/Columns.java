package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of each subject, in the order files have them. Every file ends with the four of its
 * provenance.
 */
final class Columns {
  private static final List<String> ADVICE =
      List.of("verb", "what", "alternative", "test", "within_days");
  private static final List<String> PROVENANCE =
      List.of("source", "source_year", "evidence", "review_by");

  private Columns() {}

  static List<String> of(Subject<?> subject) {
    return switch (subject.id()) {
      case "ingredients" -> plain("ingredient,name,rxcui,atc,molar_mass,valence");
      case "drug_names" -> plain("text,kind,ingredients");
      case "drug_codes" -> plain("system,code,ingredients");
      case "drug_classes" -> plain("class,name,members,includes");
      case "look_alikes" -> plain("one,other");
      case "product_reach" -> plain("ingredient,route,form,reach");
      case "enzyme_roles" ->
          plain(
              "ingredient,enzyme,role,strength,figure,figure_low,figure_high,above_daily_mg,"
                  + "onset_days,washout_days");
      case "clearance_effects" ->
          plain(
              "substrate,moiety,perpetrator,above_daily_mg,ratio,ratio_low,ratio_high,onset_days,"
                  + "washout_days");
      case "sampling_times" -> plain("analyte,drug,not_before_hours");
      case "interactions" ->
          advised(
              "interaction,side_a,side_b,kind,affected,direction,severity,tier,mechanism,"
                  + "auc_ratio,auc_ratio_low,auc_ratio_high,systemic_only");
      case "dose_limits" ->
          plain(
              "limit,ingredient,route,age_from,age_to,weight_below,indication,unit,single_max,"
                  + "daily_max,weekly_max,min_interval_h,severity,tier");
      case "renal_limits" ->
          advised(
              "limit,ingredient,route,indication,estimator,weight,from,below,action,max_daily_mg,"
                  + "min_interval_h,jurisdiction,severity,tier");
      case "allergy_groups" -> plain("group,name,kind,words,members");
      case "other_allergens" -> plain("allergen,name,kind,words");
      case "alleles" -> plain("gene,allele,function,activity_value");
      case "phenotype_pairs" -> plain("gene,function_1,function_2,phenotype");
      case "gene_recommendations" ->
          advised(
              "drug,gene,result,population,strength,dosing_change,alternate_drug,severity,tier");
      case "gene_tests" -> advised("need,drug,gene,allele,new_for_days,ancestry,severity,tier");
      case "analytes" -> plain("analyte,name,loinc,local_names,unit,molar_mass,valence");
      case "monitoring_needs" ->
          plain(
              "need,drug,beside,analyte,occasion,within_days,every_days,steady_results,steady_low,steady_high,"
                  + "from_day,to_day,severity,tier");
      case "specimen_words" -> plain("word,heed");
      case "lab_limits" ->
          advised("limit,drug,analyte,side,threshold,unit,jurisdiction,severity,tier");
      case "lab_trends" ->
          advised(
              "trend,drug,analyte,direction,change,amount,baseline,window_days,from_day,to_day,"
                  + "beyond,jurisdiction,severity,tier");
      case "delta_checks" -> plain("analyte,within_hours,jump");
      case "lifetime_limits" -> advised("limit,ingredient,unit,maximum,severity,tier");
      case "duplicate_classes" ->
          advised("duplicate,name,drugs,most,grace_hours,intended,severity,tier");
      case "product_strengths" -> plain("name,strength,piece_mg");
      case "dose_conditions" -> plain("interaction,ingredient,unit,at_most,tier,genes,said");
      case "expected_effects" -> plain("effect,drug,words");
      case "condition_groups" -> plain("group,name,codes,words,days");
      case "qt_risks" ->
          plain("risk,ingredient,route,category,above_daily_mg,washout_days,alternative");
      case "qt_factors" -> plain("factor,threshold,unit,points");
      case "opioid_factors" ->
          plain("factor_id,drug,route,form,basis,factor,tolerant_from_mme,note");
      case "opioid_limits" ->
          advised("limit,jurisdiction,population,counts,from_mme,severity,tier");
      case "pregnancy_risks" ->
          advised("risk,drug,state,from_week,to_week,above_daily_mg,severity,tier");
      case "pregnancy_signs" -> plain("sign,source_kind,codes,answers,from,below,says,valid_days");
      default -> throw new UnknownKnowledge("subjects", subject.id());
    };
  }

  private static List<String> plain(String columns) {
    List<String> all = new ArrayList<>(Arrays.asList(columns.split(",")));
    all.addAll(PROVENANCE);
    return List.copyOf(all);
  }

  private static List<String> advised(String columns) {
    List<String> all = new ArrayList<>(Arrays.asList(columns.split(",")));
    all.addAll(ADVICE);
    all.addAll(PROVENANCE);
    return List.copyOf(all);
  }
}
