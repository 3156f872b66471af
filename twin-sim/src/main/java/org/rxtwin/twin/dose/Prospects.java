package org.rxtwin.twin.dose;

import java.util.List;

/** Forecasts of a regimen: one array of exposures at the judged times per posterior draw. */
public interface Prospects {
  /** Exposures under {@code option} for every draw. */
  List<double[]> draws(Option option);

  /** The last judged exposure of the best single estimate: it steers what is looked at. */
  double best(Option option);

  /** How many regimens are worth trying on all draws. */
  int mostTried();
}
