package org.rxtwin.twin.model;

import org.jspecify.annotations.Nullable;

/**
 * A property of the patient a model needs; may change with time.
 *
 * @param name column of the data, symbol of the expressions
 * @param otherwise the value where the data have none, or null: then it must be given
 * @param describe what it means and how it is coded
 */
public record Covariate(String name, @Nullable Double otherwise, String describe) {}
