package org.kitstream.bridge;

import org.jspecify.annotations.Nullable;

/** What a client said of itself when it connected; nothing in it is proven. */
record Identity(String clientId, @Nullable String userName) {}
