package org.rxtwin.store;

class SqliteMemoryStoreTest extends StoreContract {
  @Override
  StoreSettings emptyDatabase() {
    return StoreSettings.inMemory();
  }
}
