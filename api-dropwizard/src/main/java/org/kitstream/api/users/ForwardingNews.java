package org.kitstream.api.users;

import org.jdbi.v3.core.Handle;

/** Hears of users who may forward readings under other names than before. */
@FunctionalInterface
public interface ForwardingNews {

  /** Within the transaction that changes the user, whose row it has locked. */
  void changed(Handle handle, long userId);
}
