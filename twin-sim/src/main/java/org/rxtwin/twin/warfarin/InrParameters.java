package org.rxtwin.twin.warfarin;

import org.rxtwin.twin.model.Layout;
import org.rxtwin.twin.model.PkPdModel;

/** Reads one person's parameters out of the model file, by the paper's names. */
final class InrParameters {
  private final PkPdModel model;
  private final Layout layout;
  private final double[] slots;

  InrParameters(PkPdModel model, double age, double c9, double vk) {
    this.model = model;
    this.layout = model.layout();
    this.slots = layout.slots(new double[model.etas()]);
    slots[layout.slot("AGE")] = age;
    slots[layout.slot("C9")] = c9;
    slots[layout.slot("VK")] = vk;
    slots[layout.slot("INRBASE")] = 1;
    slots[layout.slot("FCL")] = 1;
  }

  /** A course of the person with these etas (further ones are left to the caller). */
  InrCourse course(double[] etas) {
    System.arraycopy(etas, 0, slots, layout.slot("ETA1"), model.etas());
    model.programs().parameters().run(slots);
    return new InrCourse(
        new InrCourse.Kinetics(at("CL"), at("V1"), at("V2"), at("Q"), at("KA")),
        new InrCourse.Effect(
            at("GAMMA"),
            at("EC50"),
            at("MTT1"),
            at("MTT2"),
            at("LAMBDA"),
            at("INRMAX"),
            at("BASE")));
  }

  private double at(String name) {
    return slots[layout.slot(name)];
  }
}
