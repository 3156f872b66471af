package org.rxtwin.app.broker;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that runs elsewhere: what the engine needs is made where it is missing, and looked at
 * where it is there. Nothing is served over a broker that would lose a dead letter.
 */
final class ExternalBroker {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalBroker.class);

  private final String url;
  private final List<String> problems = new ArrayList<>();

  ExternalBroker(String url) {
    this.url = url;
  }

  /** Returns when everything the engine needs is there. */
  void prepare(ActiveMQConnectionFactory factory) {
    try (ActiveMQConnection connection = (ActiveMQConnection) factory.createConnection();
        ClientSession session =
            connection
                .getSessionFactory()
                .createSession(
                    factory.getUser(), factory.getPassword(), false, true, true, false, 0)) {
      session.start();
      for (QueueConfiguration each : queues()) {
        queue(session, each);
      }
      for (String each : topics()) {
        topic(session, each);
      }
      problems.addAll(new DeliverySettings(session).problems());
    } catch (JMSException | ActiveMQException e) {
      throw unreachable(e);
    }
    if (!problems.isEmpty()) {
      throw new BrokerException(
          "expected of the broker at "
              + url
              + " what stands below, came something else:\n  "
              + String.join("\n  ", problems)
              + "\nMaybe add it to its broker.xml, or let this user create queues and addresses.");
    }
  }

  private static List<QueueConfiguration> queues() {
    return Stream.concat(
            BrokerConfiguration.hl7Queues().stream(), BrokerConfiguration.alertQueues().stream())
        .toList();
  }

  private static List<String> topics() {
    return Stream.concat(Addresses.ALERTS.stream(), Stream.of(Addresses.ALERT_HEARTBEAT)).toList();
  }

  private void queue(ClientSession session, QueueConfiguration wanted) throws ActiveMQException {
    ClientSession.QueueQuery found = session.queueQuery(wanted.getName());
    if (!found.isExists()) {
      make(wanted.getName() + ", a durable anycast queue", () -> session.createQueue(wanted));
      return;
    }
    if (found.getRoutingType() != RoutingType.ANYCAST || !found.isDurable()) {
      problems.add(wanted.getName() + ", a durable anycast queue");
    }
    if (wanted.getGroupBuckets() != null
        && !(Boolean.TRUE.equals(found.isGroupRebalance())
            && wanted.getGroupBuckets().equals(found.getGroupBuckets()))) {
      problems.add(
          wanted.getName()
              + " with group-buckets "
              + wanted.getGroupBuckets()
              + ", group-rebalance true and group-rebalance-pause-dispatch true");
    }
  }

  private void topic(ClientSession session, String name) throws ActiveMQException {
    ClientSession.AddressQuery found = session.addressQuery(SimpleString.of(name));
    if (!found.isExists()) {
      make(
          name + ", a multicast address",
          () -> session.createAddress(SimpleString.of(name), RoutingType.MULTICAST, false));
    } else if (!found.isSupportsMulticast()) {
      problems.add(name + ", a multicast address");
    }
  }

  private void make(String what, Making making) throws ActiveMQException {
    try {
      making.make();
      LOG.info("broker.completed made={}", what);
    } catch (ActiveMQException e) {
      if (e.getType() != ActiveMQExceptionType.SECURITY_EXCEPTION) {
        throw e;
      }
      problems.add(what);
    }
  }

  private BrokerException unreachable(Exception cause) {
    boolean refused =
        cause instanceof jakarta.jms.JMSSecurityException
            || (cause instanceof ActiveMQException e
                && e.getType() == ActiveMQExceptionType.SECURITY_EXCEPTION);
    return new BrokerException(
        refused
            ? "expected the broker at "
                + url
                + " to let this engine in, came a refusal"
                + "\nMaybe broker.user or the file broker.passwordFile names is wrong."
            : "expected a broker at "
                + url
                + ", came none ("
                + cause.getClass().getSimpleName()
                + ")\nMaybe it is not running yet, or broker.url names another host or port.",
        cause);
  }

  /** Makes something on the broker. */
  @FunctionalInterface
  private interface Making {
    void make() throws ActiveMQException;
  }
}
