package org.rxtwin.app.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** The embedded broker's configuration, written as code so that no file can contradict it. */
final class BrokerConfiguration {
  /** Sends that come within it are synced together. */
  static final Duration USUAL_SYNC = Duration.ofNanos(100_000);

  static final int PATIENT_GROUP_BUCKETS = 1024;
  private static final int DELIVERY_ATTEMPTS = 5;
  private static final int REMEMBERED_ALERTS = 20_000;
  private static final long MEMORY_BYTES = 128L << 20;
  private static final long ADDRESS_MEMORY_BYTES = 32L << 20;
  private static final int PAGE_BYTES = 4 << 20;
  private static final int DISK_SCAN_MILLIS = 1000;

  private final BrokerSettings settings;
  private final Configuration configuration = new ConfigurationImpl();

  private final int syncNanos;

  private BrokerConfiguration(BrokerSettings settings, Duration longestSyncWait) {
    this.settings = settings;
    this.syncNanos = Math.toIntExact(longestSyncWait.toNanos());
  }

  /** What the embedded broker runs with; reached in this process as {@code vm://inVmId}. */
  static Configuration of(BrokerSettings settings, int inVmId, Duration longestSyncWait)
      throws Exception {
    BrokerConfiguration built = new BrokerConfiguration(settings, longestSyncWait);
    built.journal();
    built.limits();
    built.acceptors(inVmId);
    built.hl7Addresses();
    built.alertAddresses();
    return built.configuration;
  }

  private void journal() {
    Path folder = settings.folder();
    configuration
        .setName("rxtwin")
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalBufferTimeout_NIO(syncNanos)
        .setJournalSyncTransactional(true)
        .setJournalSyncNonTransactional(true)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("pages").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setPageSyncTimeout(syncNanos)
        .setPersistIDCache(true)
        .setIDCacheSize(REMEMBERED_ALERTS);
    configuration.setLargeMessageSync(true);
  }

  private void limits() {
    configuration
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setGlobalMaxSize(MEMORY_BYTES)
        .setMinDiskFree(settings.leastFreeDiskBytes())
        .setDiskScanPeriod(DISK_SCAN_MILLIS);
    configuration.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
  }

  private void acceptors(int inVmId) throws Exception {
    configuration.addAcceptorConfiguration("in-vm", "vm://" + inVmId);
    if (settings.port() != 0) {
      configuration.addAcceptorConfiguration(
          "receivers", "tcp://" + settings.host() + ":" + settings.port() + "?protocols=CORE");
    }
  }

  private void hl7Addresses() {
    hl7Queues().forEach(this::queue);
    AddressSettings bounded =
        settings(Addresses.HL7_DEAD)
            .setPageLimitBytes(settings.backlogBytes())
            .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
    configuration.addAddressSetting("hl7.#", bounded);
    configuration.addAddressSetting(Addresses.HL7_DEAD, patient(settings.deadLetterPause()));
    configuration.addAddressSetting("#", closed());
  }

  /** What HL7 stands in; one patient's messages go to one consumer, also a late one's. */
  static List<QueueConfiguration> hl7Queues() {
    QueueConfiguration in =
        durable(Addresses.HL7_IN)
            .setGroupBuckets(PATIENT_GROUP_BUCKETS)
            .setGroupRebalance(true)
            .setGroupRebalancePauseDispatch(true);
    return List.of(
        in,
        durable(Addresses.HL7_QUARANTINE),
        durable(Addresses.HL7_DEAD),
        durable(Addresses.HL7_KEPT));
  }

  /** What answers stand in. */
  static List<QueueConfiguration> alertQueues() {
    return List.of(durable(Addresses.ALERT_FEEDBACK), durable(Addresses.ALERT_DEAD));
  }

  private static QueueConfiguration durable(String name) {
    return QueueConfiguration.of(name)
        .setRoutingType(RoutingType.ANYCAST)
        .setDurable(true)
        .setAutoDelete(false);
  }

  private void alertAddresses() {
    Addresses.ALERTS.forEach(this::topic);
    topic(Addresses.ALERT_HEARTBEAT);
    alertQueues().forEach(this::queue);
    configuration.addAddressSetting("alerts.#", settings(Addresses.ALERT_DEAD));
    configuration.addAddressSetting(Addresses.ALERT_HEARTBEAT, closed());
  }

  /** A dead letter that cannot be filed now waits and is tried again for as long as it takes. */
  private static AddressSettings patient(Duration pause) {
    return closed().setMaxDeliveryAttempts(-1).setRedeliveryDelay(pause.toMillis());
  }

  private static AddressSettings settings(String dead) {
    return closed()
        .setDeadLetterAddress(SimpleString.of(dead))
        .setExpiryAddress(SimpleString.of(dead));
  }

  /** Nothing springs into being by being named; what fails is tried again at once. */
  private static AddressSettings closed() {
    return new AddressSettings()
        .setAutoCreateAddresses(false)
        .setAutoCreateQueues(false)
        .setAutoDeleteAddresses(false)
        .setRedeliveryDelay(0)
        .setMaxDeliveryAttempts(DELIVERY_ATTEMPTS)
        .setDefaultConsumerWindowSize(0)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(ADDRESS_MEMORY_BYTES)
        .setPageSizeBytes(PAGE_BYTES);
  }

  private void queue(QueueConfiguration queue) {
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(queue.getName().toString())
            .addRoutingType(RoutingType.ANYCAST)
            .addQueueConfiguration(queue));
  }

  private void topic(String name) {
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration().setName(name).addRoutingType(RoutingType.MULTICAST));
  }
}
