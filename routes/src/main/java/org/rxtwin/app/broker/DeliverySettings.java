package org.rxtwin.app.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.AddressSettingsInfo;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an external broker delivers again, and where it puts what cannot be delivered. Its owner sets
 * that; a message that dies elsewhere than in {@code hl7.dlq} would never be said not to have been
 * screened.
 */
final class DeliverySettings {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverySettings.class);
  private static final String MANAGEMENT = "activemq.management";
  private static final long PATIENCE_MILLIS = 5_000;

  private final ClientSession session;

  DeliverySettings(ClientSession session) {
    this.session = session;
  }

  /** What is not as the engine needs it; what cannot be seen is logged. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    try (ClientRequestor requestor = new ClientRequestor(session, MANAGEMENT)) {
      dead(requestor, Addresses.HL7_IN, Addresses.HL7_DEAD).ifPresent(problems::add);
      dead(requestor, Addresses.ALERT_FEEDBACK, Addresses.ALERT_DEAD).ifPresent(problems::add);
      if (of(requestor, Addresses.HL7_IN).getRedeliveryDelay() != 0) {
        problems.add("redelivery-delay 0 for " + Addresses.HL7_IN + ", for the order of messages");
      }
      if (of(requestor, Addresses.HL7_DEAD).getMaxDeliveryAttempts() != -1) {
        problems.add("max-delivery-attempts -1 for " + Addresses.HL7_DEAD);
      }
    } catch (Exception e) {
      LOG.warn(
          "broker.unseen fault={}; expected for {} the dead-letter-address {}, for {} {}, and for {}"
              + " max-delivery-attempts -1. Maybe let this user manage {}, so that it is checked.",
          e.getClass().getSimpleName(),
          Addresses.HL7_IN,
          Addresses.HL7_DEAD,
          Addresses.ALERT_FEEDBACK,
          Addresses.ALERT_DEAD,
          Addresses.HL7_DEAD,
          MANAGEMENT);
    }
    return problems;
  }

  private Optional<String> dead(ClientRequestor requestor, String address, String dead)
      throws Exception {
    return dead.equals(of(requestor, address).getDeadLetterAddress())
        ? Optional.empty()
        : Optional.of("dead-letter-address " + dead + " for " + address);
  }

  private AddressSettingsInfo of(ClientRequestor requestor, String address) throws Exception {
    ClientMessage question = session.createMessage(false);
    ManagementHelper.putOperationInvocation(
        question, ResourceNames.BROKER, "getAddressSettingsAsJSON", address);
    ClientMessage answer = requestor.request(question, PATIENCE_MILLIS);
    if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
      throw new IllegalStateException("the broker did not tell its settings");
    }
    return AddressSettingsInfo.fromJSON((String) ManagementHelper.getResult(answer, String.class));
  }
}
