package org.rxtwin.twin.dose;

import java.util.List;

/** Forecasts: for a daily dose, one array of exposures at the judged times per posterior draw. */
public interface Exposures {
  /** Exposures at {@code dailyDose} for every draw. */
  List<double[]> draws(double dailyDose);

  /** Exposures of the best single estimate, cheap: it steers which doses are looked at. */
  double[] best(double dailyDose);
}
