package org.rxtwin.fault;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.rxtwin.app.broker.Addresses;

/**
 * A receiver outside the server's process, with a durable subscription to every tier, over the
 * broker's port.
 */
final class Witness {
  private static final long PATIENCE_MILLIS = 5_000;

  private final int port;

  Witness(int port) {
    this.port = port;
  }

  /** Makes the subscriptions; what is sent from now on is kept for them. */
  void subscribe() throws JMSException {
    read(0);
  }

  /**
   * What stands for the subscriptions now.
   *
   * @param expected how many the store says were sent; waited for a while
   */
  List<Traces.Received> read(int expected) throws JMSException {
    List<Traces.Received> received = new ArrayList<>();
    try (ActiveMQConnectionFactory factory =
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
        Connection connection = factory.createConnection()) {
      connection.setClientID("witness");
      Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
      List<MessageConsumer> subscriptions = new ArrayList<>();
      for (String address : Addresses.ALERTS) {
        Topic topic = session.createTopic(address);
        subscriptions.add(session.createDurableSubscriber(topic, "witness-" + address));
      }
      connection.start();
      for (MessageConsumer each : subscriptions) {
        drain(each, received);
      }
      long giveUp = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      while (received.size() < expected && System.nanoTime() < giveUp) {
        for (MessageConsumer each : subscriptions) {
          drain(each, received);
        }
      }
    }
    return received;
  }

  private static void drain(MessageConsumer subscription, List<Traces.Received> received)
      throws JMSException {
    for (Message message = subscription.receive(150);
        message != null;
        message = subscription.receive(150)) {
      received.add(
          new Traces.Received(
              message.getStringProperty("alertId"),
              Integer.parseInt(message.getStringProperty("version")),
              ((TextMessage) message).getText()));
    }
  }
}
