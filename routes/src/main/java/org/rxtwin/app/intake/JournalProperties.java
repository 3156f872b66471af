package org.rxtwin.app.intake;

/**
 * The properties of a message in {@code hl7.in}; none holds anything the sender wrote, save type
 * and version, which come from closed lists. {@code JMSCorrelationID} equals {@link #MESSAGE_ID},
 * {@code JMSXGroupID} is the patient's keyed hash.
 */
public final class JournalProperties {
  /** Internal id, 32 hexadecimal digits: the same message again gets the same id. */
  public static final String MESSAGE_ID = "messageId";

  /** Such as {@code ADT^A40}. */
  public static final String TYPE = "messageType";

  /** Such as {@code 2.5.1}. */
  public static final String VERSION = "messageVersion";

  /** When it was taken, ISO-8601 in UTC. */
  public static final String RECEIVED_AT = "receivedAt";

  /** Present when it was a dead letter and has been put back. */
  public static final String KEPT = "kept";

  /** In quarantine: the number of table 0357 that was answered. */
  public static final String FAULT_CODE = "faultCode";

  /** In quarantine: the reason that was answered. */
  public static final String FAULT_REASON = "faultReason";

  /** The group that keeps the messages of one patient in order: the chart's id, or its feed's. */
  public static final String GROUP = "JMSXGroupID";

  private JournalProperties() {}
}
