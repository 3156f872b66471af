package org.rxtwin.twin.model;

/** One slot and the expression whose value it takes. */
record Assignment(int slot, Expression expression) {}
