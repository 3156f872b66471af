package org.rxtwin.privacy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.rxtwin.app.broker.Addresses;

/** Where, besides the logs, something could come out: the broker and the platform's MBeans. */
final class Outlets {
  private static final List<String> QUEUES =
      List.of(
          Addresses.HL7_IN,
          Addresses.HL7_QUARANTINE,
          Addresses.HL7_DEAD,
          Addresses.HL7_KEPT,
          Addresses.ALERT_FEEDBACK,
          Addresses.ALERT_DEAD);

  private final Sieve sieve;

  Outlets(Sieve sieve) {
    this.sieve = sieve;
  }

  /** Headers and properties of all that stands in the queues; bodies are not looked at. */
  void browse(Connection connection) throws JMSException {
    try (Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
      for (String queue : QUEUES) {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
          for (Object each :
              Collections.list((java.util.Enumeration<?>) browser.getEnumeration())) {
            message("JMS " + queue, (Message) each);
          }
        }
      }
    }
  }

  /** Lets headers and properties of all that is sent to receivers through, from now on. */
  void listen(Session session) throws JMSException {
    for (String address : Addresses.ALERTS) {
      listen(session, address);
    }
    listen(session, Addresses.ALERT_HEARTBEAT);
  }

  private void listen(Session session, String address) throws JMSException {
    session
        .createConsumer(session.createTopic(address))
        .setMessageListener(
            message -> {
              try {
                message("JMS " + address, message);
              } catch (JMSException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  void message(String where, Message message) throws JMSException {
    sieve.pass(
        where,
        String.join(
            " ",
            String.valueOf(message.getJMSCorrelationID()),
            String.valueOf(message.getJMSType()),
            String.valueOf(message.getJMSDestination()),
            String.valueOf(message.getJMSReplyTo()),
            String.valueOf(message.getJMSMessageID())));
    for (Object name : Collections.list((java.util.Enumeration<?>) message.getPropertyNames())) {
      String value = String.valueOf(message.getObjectProperty(String.valueOf(name)));
      sieve.pass(where, name + "=" + value);
    }
  }

  /** Names and attribute values of every MBean there is. */
  void beans() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : server.queryNames(null, null)) {
      sieve.pass("MBeans", name.getCanonicalName());
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        if (attribute.isReadable()) {
          sieve.pass("MBeans", attribute.getName() + "=" + value(server, name, attribute));
        }
      }
    }
  }

  private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
    try {
      Object value = server.getAttribute(name, attribute.getName());
      return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
    } catch (JMException | RuntimeMBeanException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
