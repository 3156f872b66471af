package org.rxtwin.chart;

/**
 * A recorded allergy as it stands.
 *
 * @param allergy its latest form, active
 * @param recorded when it was recorded
 * @param messageId internal id of the message that brought it
 */
public record AllergyState(Allergy allergy, ClinicalTime recorded, String messageId) {}
