package org.rxtwin.store;

import com.zaxxer.hikari.HikariConfig;

/** How PostgreSQL is connected to. */
final class Postgresql {
  private static final String SECONDS_UNTIL_GIVEN_UP = "30";

  private Postgresql() {}

  static void configure(HikariConfig config, StoreSettings settings, boolean writes) {
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password().get());
    config.setTransactionIsolation(
        writes ? "TRANSACTION_READ_COMMITTED" : "TRANSACTION_REPEATABLE_READ");
    config.addDataSourceProperty("ApplicationName", "rxtwin");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", SECONDS_UNTIL_GIVEN_UP);
  }
}
