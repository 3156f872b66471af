package org.rxtwin.fault;

import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.rxtwin.app.broker.Addresses;

/** A broker of the house, beside the engine: its own journal, a port, one user. */
final class HouseBroker implements AutoCloseable {
  static final String USER = "rxtwin";
  static final String PASSWORD = "correct horse";

  private final Path folder;
  private final int port;
  private boolean told = true;
  private boolean signIn;
  private EmbeddedActiveMQ running = new EmbeddedActiveMQ();

  HouseBroker(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** As Artemis comes: nobody told it where this engine's dead letters go. */
  HouseBroker untold() {
    told = false;
    return this;
  }

  /** Lets in its one user only. */
  HouseBroker withSignIn() {
    signIn = true;
    return this;
  }

  /** Where it listens. */
  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  HouseBroker start() throws Exception {
    Configuration configuration = new ConfigurationImpl();
    configuration
        .setName("house")
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("pages").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setSecurityEnabled(signIn)
        .setJMXManagementEnabled(false)
        .addAcceptorConfiguration("port", url() + "?protocols=CORE");
    if (told) {
      configuration
          .addAddressSetting("hl7.#", dead(Addresses.HL7_DEAD))
          .addAddressSetting(Addresses.HL7_DEAD, new AddressSettings().setMaxDeliveryAttempts(-1))
          .addAddressSetting("alerts.#", dead(Addresses.ALERT_DEAD));
    }
    running = new EmbeddedActiveMQ();
    running.setConfiguration(configuration);
    running.setSecurityManager(new OneUser());
    running.start();
    return this;
  }

  /** Gone for a while; its journal stays. */
  void stop() throws Exception {
    running.stop();
  }

  @Override
  public void close() throws Exception {
    running.stop();
  }

  private static AddressSettings dead(String address) {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(address))
        .setRedeliveryDelay(0)
        .setMaxDeliveryAttempts(5);
  }

  private static final class OneUser implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return USER.equals(user) && PASSWORD.equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return validateUser(user, password);
    }
  }
}
