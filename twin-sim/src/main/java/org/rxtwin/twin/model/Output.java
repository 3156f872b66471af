package org.rxtwin.twin.model;

import org.jspecify.annotations.Nullable;

/**
 * Something a laboratory can measure.
 *
 * @param name compartment or quantity
 * @param cmt number by which data name it
 * @param slot where its value stands after the outputs were computed
 * @param error residual model, or null: then it cannot be fitted to
 */
public record Output(String name, int cmt, int slot, @Nullable ErrorModel error) {}
