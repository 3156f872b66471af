package org.rxtwin.twin.fit;

/** Predictions of the observed values as a function of the etas. */
@FunctionalInterface
public interface Predictor {
  /** One prediction an observation, in the observations' order. */
  double[] predict(double[] etas);
}
