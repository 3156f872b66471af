package org.rxtwin.twin.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of NM-TRAN data.
 *
 * @param time of the record
 * @param evid 0 observation, 1 dose, 2 other, 3 reset, 4 reset and dose
 * @param amt amount of a dose
 * @param rate of an infusion; 0 bolus, -1 modelled rate, -2 modelled duration
 * @param ii time between additional doses or doses of a steady state
 * @param addl number of additional doses
 * @param ss 0 none, 1 steady state instead of, 2 on top of what is there
 * @param cmt compartment of a dose, output of an observation, from 1; 0 the first
 * @param dv observed value
 * @param mdv whether dv is missing
 * @param covariates values in force over the interval that ends with this record
 */
public record DosingRecord(
    double time,
    int evid,
    double amt,
    double rate,
    double ii,
    int addl,
    int ss,
    int cmt,
    double dv,
    boolean mdv,
    Map<String, Double> covariates) {
  public DosingRecord {
    covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
    refuseUnless(Double.isFinite(time), "a time", time);
    refuseUnless(evid >= 0 && evid <= 4, "EVID from 0 to 4", evid);
    refuseUnless(ss >= 0 && ss <= 2, "SS 0, 1 or 2", ss);
    refuseUnless(amt >= 0 && amt <= Double.MAX_VALUE, "AMT of at least 0", amt);
    refuseUnless(cmt >= 0, "CMT of at least 0", cmt);
    refuseUnless(rate >= 0 || rate == -1 || rate == -2, "RATE of at least 0, -1 or -2", rate);
    refuseUnless(ii >= 0 && addl >= 0, "II and ADDL of at least 0", Math.min(ii, addl));
    refuseUnless(addl == 0 || ii > 0, "II above 0 with ADDL", ii);
    refuseUnless(evid % 3 != 1 || rate == 0 || amt > 0 || ss > 0, "AMT above 0 with RATE", amt);
    refuseUnless(ss == 0 || ii > 0 || (amt == 0 && rate > 0), "II above 0 with SS", ii);
  }

  private static void refuseUnless(boolean held, String expected, double came) {
    if (!held) {
      throw new IllegalArgumentException(
          "expected " + expected + ", came " + came + "\nMaybe two columns are exchanged");
    }
  }

  /** A bolus or absorbed dose into a compartment. */
  public static DosingRecord dose(
      double time, double amt, int cmt, Map<String, Double> covariates) {
    return new DosingRecord(time, 1, amt, 0, 0, 0, 0, cmt, Double.NaN, true, covariates);
  }

  /** An observation; without a value it only asks for a prediction. */
  public static DosingRecord observation(
      double time, int cmt, double dv, Map<String, Double> covariates) {
    return new DosingRecord(time, 0, 0, 0, 0, 0, 0, cmt, dv, Double.isNaN(dv), covariates);
  }

  /** Whether a dose begins here. */
  public boolean isDose() {
    return evid == 1 || evid == 4;
  }

  /** Whether an observed value stands here. */
  public boolean isObserved() {
    return evid == 0 && !mdv;
  }
}
