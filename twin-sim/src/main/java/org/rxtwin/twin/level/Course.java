package org.rxtwin.twin.level;

/**
 * What one draw shows under a regimen.
 *
 * @param daily the judged exposure of each day shown
 * @param steady the judged exposure once it repeats; infinite where it never does
 * @param firstDay area of the first 24 hours of therapy; no number where it is not known
 * @param steadyArea area over 24 hours once it repeats
 * @param trough concentration before a dose once it repeats
 */
record Course(double[] daily, double steady, double firstDay, double steadyArea, double trough) {}
