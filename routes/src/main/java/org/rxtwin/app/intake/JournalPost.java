package org.rxtwin.app.intake;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Instant;
import org.rxtwin.chart.port.Bytes;

/**
 * Puts what the engine itself has to say, or to say again, among the messages of a patient. Rare:
 * each message opens its own connection. A send is durable when it returns.
 */
public final class JournalPost {
  private final ConnectionFactory broker;

  /** A post to this broker. */
  public JournalPost(ConnectionFactory broker) {
    this.broker = broker;
  }

  /**
   * One message with its properties.
   *
   * @param messageId internal id
   * @param type as in {@link JournalProperties#TYPE}
   * @param receivedAt when it counts as journalled
   * @param group whose message it is
   */
  public record Letter(
      String messageId, String type, Instant receivedAt, String group, Bytes body) {}

  /**
   * Puts a letter there.
   *
   * @throws JournalException when the broker does not take it
   */
  public void put(String address, Letter letter) {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(session.createQueue(address))) {
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer.send(message(session, letter));
    } catch (JMSException e) {
      throw new JournalException("the broker did not take a message for " + address, e);
    }
  }

  /**
   * Puts back what was kept before this instant, each as journalled now; gives how many.
   *
   * @throws JournalException when the broker fails; what is not put back stays where it is
   */
  public int putBack(String from, String to, Instant now) {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(Session.SESSION_TRANSACTED);
        MessageConsumer kept = session.createConsumer(session.createQueue(from));
        MessageProducer producer = session.createProducer(session.createQueue(to))) {
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      connection.start();
      int moved = 0;
      Message next = kept.receiveNoWait();
      while (next != null && next.getJMSTimestamp() <= now.toEpochMilli()) {
        BytesMessage again = message(session, letter(next, now));
        again.setStringProperty(JournalProperties.KEPT, "true");
        producer.send(again);
        session.commit();
        moved++;
        next = kept.receiveNoWait();
      }
      session.rollback();
      return moved;
    } catch (JMSException e) {
      throw new JournalException("the broker did not put back messages of " + from, e);
    }
  }

  private static Letter letter(Message message, Instant now) throws JMSException {
    return new Letter(
        message.getStringProperty(JournalProperties.MESSAGE_ID),
        message.getStringProperty(JournalProperties.TYPE),
        now,
        message.getStringProperty(JournalProperties.GROUP),
        Bytes.copyOf(message.getBody(byte[].class)));
  }

  private static BytesMessage message(Session session, Letter letter) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.setJMSCorrelationID(letter.messageId());
    message.setStringProperty(JournalProperties.MESSAGE_ID, letter.messageId());
    message.setStringProperty(JournalProperties.TYPE, letter.type());
    message.setStringProperty(JournalProperties.RECEIVED_AT, letter.receivedAt().toString());
    message.setStringProperty(JournalProperties.GROUP, letter.group());
    message.writeBytes(letter.body().toArray());
    return message;
  }
}
