package org.rxtwin.app.broker;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker: Artemis in this process, or the way to one elsewhere. Started before all that sends
 * to it and closed after all that takes from it.
 */
public final class Broker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
  private static final AtomicInteger IN_VM_IDS = new AtomicInteger();
  private static final int CONFIRMATION_WINDOW_BYTES = 1 << 20;
  private static final int LARGE_MESSAGE_BYTES = 256 << 10;

  private final BrokerSettings settings;
  private final Duration longestSyncWait;
  private final int inVmId = IN_VM_IDS.incrementAndGet();
  private volatile @Nullable EmbeddedActiveMQ embedded;

  public Broker(BrokerSettings settings) {
    this(settings, BrokerConfiguration.USUAL_SYNC);
  }

  /** With another longest wait before the journal is synced. */
  Broker(BrokerSettings settings, Duration longestSyncWait) {
    this.settings = settings;
    this.longestSyncWait = longestSyncWait;
  }

  /** Returns when messages can be sent. An external broker is looked over and completed. */
  public synchronized void start() {
    if (settings.externalUrl().isPresent()) {
      new ExternalBroker(settings.externalUrl().get()).prepare(factory());
      return;
    }
    if (embedded != null) {
      return;
    }
    EmbeddedActiveMQ starting = new EmbeddedActiveMQ();
    try {
      starting.setConfiguration(BrokerConfiguration.of(settings, inVmId, longestSyncWait));
      starting.setSecurityManager(new NobodySignsIn());
      starting.start();
      embedded = starting;
      requireActive(starting.getActiveMQServer());
    } catch (Exception e) {
      close();
      throw new BrokerException(
          "expected to start the broker in "
              + settings.folder()
              + " with port "
              + settings.port()
              + "\nMaybe another instance runs on this home folder or holds the port.",
          e);
    }
    LOG.info("broker.started port={}", settings.port());
  }

  /** For consumers and ordinary senders: sends are durable when they return, nothing prefetched. */
  public ConnectionFactory connectionFactory() {
    ActiveMQConnectionFactory factory = factory();
    factory.setConsumerWindowSize(0);
    return factory;
  }

  /**
   * For intake: asynchronous sends whose completion means synced to disk. Without a confirmation
   * window Artemis completes a send when it is written to the socket; so there is always one. A
   * lost connection is reported at once instead of being mended behind the sender's back.
   */
  public ConnectionFactory journallingConnectionFactory() {
    ActiveMQConnectionFactory factory = factory();
    factory.setConfirmationWindowSize(CONFIRMATION_WINDOW_BYTES);
    factory.setProducerWindowSize(-1);
    factory.setReconnectAttempts(0);
    return factory;
  }

  /** Whether the disk has come to its limit: nothing more is to be taken in. */
  public boolean isFull() {
    EmbeddedActiveMQ running = embedded;
    if (running == null) {
      return false;
    }
    ActiveMQServer server = running.getActiveMQServer();
    return server.isStarted() && server.getPagingManager().isDiskFull();
  }

  @Override
  public synchronized void close() {
    EmbeddedActiveMQ running = embedded;
    embedded = null;
    if (running == null) {
      return;
    }
    try {
      running.stop();
      LOG.info("broker.stopped");
    } catch (Exception e) {
      throw new BrokerException("the broker did not stop cleanly; its journal is whole", e);
    }
  }

  /** The embedded broker itself; fails where none runs. */
  ActiveMQServer server() {
    return Objects.requireNonNull(embedded, "no embedded broker runs").getActiveMQServer();
  }

  private static void requireActive(ActiveMQServer server) {
    if (!server.isActive()) {
      throw new IllegalStateException("the broker started but is not active");
    }
  }

  private ActiveMQConnectionFactory factory() {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(settings.externalUrl().orElse("vm://" + inVmId));
    settings.signIn().ifPresent(who -> factory.setUser(who.user()));
    settings.signIn().ifPresent(who -> factory.setPassword(who.password().get()));
    factory.setBlockOnDurableSend(true);
    factory.setMinLargeMessageSize(LARGE_MESSAGE_BYTES);
    return factory;
  }

  /** Security is off: only this process and the loopback port reach the broker. */
  private static final class NobodySignsIn implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return true;
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return true;
    }
  }
}
