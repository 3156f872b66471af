package org.rxtwin.fault;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rxtwin.app.broker.Addresses;

/** Where pharmacists post their answers, and where those lie that could not be taken. */
final class AnswerPost {
  private final ConnectionFactory connections;

  AnswerPost(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** Posts an answer as it stands. */
  void post(String text) throws JMSException {
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
      session
          .createProducer(session.createQueue(Addresses.ALERT_FEEDBACK))
          .send(session.createTextMessage(text));
    }
  }

  /** Those that could not be taken, word for word. */
  List<String> dead() throws JMSException {
    List<String> dead = new ArrayList<>();
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(Addresses.ALERT_DEAD))) {
      connection.start();
      for (Object each : Collections.list((java.util.Enumeration<?>) browser.getEnumeration())) {
        dead.add(((TextMessage) each).getText());
      }
    }
    return dead;
  }
}
