package org.rxtwin.twin.model;

/**
 * A drug beside which the model speaks for nobody.
 *
 * @param drug ingredient id
 * @param why what it does, and what to measure instead, in words for a pharmacist
 */
public record NotBeside(String drug, String why) {}
