package org.rxtwin.app.broker;

import java.util.List;

/** The names under which messages stand on the broker. */
public final class Addresses {
  /** Acknowledged HL7 v2 messages, one body each, in groups of one patient. */
  public static final String HL7_IN = "hl7.in";

  /** Bytes of frames that were answered AE because their envelope could not be used. */
  public static final String HL7_QUARANTINE = "hl7.quarantine";

  /** Messages whose processing failed for good. */
  public static final String HL7_DEAD = "hl7.dlq";

  /** Dead letters that are filed in their chart; they are put back at the next start. */
  public static final String HL7_KEPT = "hl7.kept";

  /** Answers of pharmacists to alerts. */
  public static final String ALERT_FEEDBACK = "alerts.feedback";

  /** A sign of life of screening every few seconds. */
  public static final String ALERT_HEARTBEAT = "alerts.heartbeat";

  /** Alerts that a receiver could not take. */
  public static final String ALERT_DEAD = "alerts.dlq";

  /** One address a tier, each for any number of durable subscriptions. */
  public static final List<String> ALERTS =
      List.of("alerts.HARD_STOP", "alerts.INTERRUPT", "alerts.QUEUE", "alerts.LOG");

  private Addresses() {}
}
