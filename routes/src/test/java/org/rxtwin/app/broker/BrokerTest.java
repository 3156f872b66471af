package org.rxtwin.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
  @TempDir Path folder;

  @Test
  void aReceiverTakesAlertsOverTheLoopbackPortWithADurableSubscription() throws Exception {
    int port = freePort();
    try (Broker broker = started(port)) {
      ConnectionFactory outside = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
      subscribeAndLeave(outside);

      sendAlert(broker, "alert:1");

      assertThat(alertFor(outside)).isEqualTo("alert:1");
    }
  }

  @Test
  void whatWasSentOutlivesARestart() throws Exception {
    try (Broker broker = started(0)) {
      send(broker, Addresses.HL7_IN, "kept");
    }
    try (Broker broker = started(0)) {
      assertThat(receive(broker, Addresses.HL7_IN)).isEqualTo("kept");
    }
  }

  @Test
  void anAlertStandsOnceEvenAcrossARestart() throws Exception {
    try (Broker broker = started(0)) {
      subscribeAndLeave(broker.connectionFactory());
      sendAlert(broker, "alert:1");
      assertThatThrownBy(() -> sendAlert(broker, "alert:1")).isInstanceOf(JMSException.class);
    }
    try (Broker broker = started(0)) {
      assertThatThrownBy(() -> sendAlert(broker, "alert:1")).isInstanceOf(JMSException.class);
    }
  }

  @Test
  void aMessageRolledBackAgainAndAgainEndsInTheDeadLetters() throws Exception {
    try (Broker broker = started(0)) {
      send(broker, Addresses.HL7_IN, "poison");
      int deliveries = 0;
      try (Connection connection = broker.connectionFactory().createConnection()) {
        connection.start();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer in = session.createConsumer(session.createQueue(Addresses.HL7_IN));
        while (in.receiveNoWait() != null) {
          session.rollback();
          deliveries++;
        }
      }
      assertThat(deliveries).isEqualTo(5);
      assertThat(receive(broker, Addresses.HL7_DEAD)).isEqualTo("poison");
    }
  }

  @Test
  void groupsOfOnePatientAreSharedOutInBuckets() throws Exception {
    try (Broker broker = started(0)) {
      var queue = broker.server().locateQueue(Addresses.HL7_IN);

      assertThat(queue.getGroupBuckets()).isEqualTo(1024);
      assertThat(queue.isGroupRebalance()).isTrue();
      assertThat(queue.isGroupRebalancePauseDispatch()).isTrue();
      assertThat(queue.isDurable()).isTrue();
    }
  }

  @Test
  void anAddressDoesNotSpringIntoBeingByBeingNamed() throws Exception {
    try (Broker broker = started(0)) {
      assertThatThrownBy(() -> send(broker, "hl7.inn", "misspelt"))
          .isInstanceOf(JMSException.class);
    }
  }

  @Test
  void nothingOfTheBrokerStandsInTheManagementBeans() throws Exception {
    try (Broker broker = started(0)) {
      send(broker, Addresses.HL7_IN, "unseen");

      assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
          .noneMatch(name -> name.getDomain().contains("activemq"));
    }
  }

  @Test
  void aPortOpenToOthersIsRefused() {
    assertThatThrownBy(() -> BrokerSettings.embedded(folder).withHost("0.0.0.0"))
        .hasMessageContaining("loopback")
        .hasMessageContaining("broker.url");
  }

  @Test
  void aDiskBelowItsLimitIsFull() {
    BrokerSettings demanding =
        BrokerSettings.embedded(folder).withPort(0).withLimits(1 << 20, 1L << 60);
    try (Broker broker = new Broker(demanding)) {
      broker.start();
      org.awaitility.Awaitility.await().until(broker::isFull);
    }
  }

  private Broker started(int port) {
    Broker broker = new Broker(BrokerSettings.embedded(folder).withPort(port));
    broker.start();
    return broker;
  }

  private static void sendAlert(Broker broker, String id) throws JMSException {
    try (Connection connection = broker.connectionFactory().createConnection()) {
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      Message message = session.createTextMessage(id);
      message.setStringProperty("_AMQ_DUPL_ID", id);
      MessageProducer producer =
          session.createProducer(session.createTopic(Addresses.ALERTS.get(1)));
      producer.send(message);
      session.commit();
    }
  }

  private static void subscribeAndLeave(ConnectionFactory factory) throws JMSException {
    try (Connection connection = subscriber(factory)) {
      subscription(connection).close();
    }
  }

  private static String alertFor(ConnectionFactory factory) throws JMSException {
    try (Connection connection = subscriber(factory)) {
      connection.start();
      return text(subscription(connection).receive(5000));
    }
  }

  private static Connection subscriber(ConnectionFactory factory) throws JMSException {
    Connection connection = factory.createConnection();
    connection.setClientID("pharmacy");
    return connection;
  }

  private static MessageConsumer subscription(Connection connection) throws JMSException {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    return session.createDurableSubscriber(
        session.createTopic(Addresses.ALERTS.get(1)), "worklist");
  }

  private static void send(Broker broker, String address, String text) throws JMSException {
    try (Connection connection = broker.connectionFactory().createConnection()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session.createProducer(session.createQueue(address)).send(session.createTextMessage(text));
    }
  }

  private static String receive(Broker broker, String address) throws JMSException {
    try (Connection connection = broker.connectionFactory().createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return text(session.createConsumer(session.createQueue(address)).receive(5000));
    }
  }

  private static String text(Message message) throws JMSException {
    assertThat(message).isNotNull();
    return message.getBody(String.class);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
