package org.kitstream.bridge.access;

import org.jspecify.annotations.Nullable;

/** What a client said of itself when it connected; nothing in it is proven. */
public record Identity(String clientId, @Nullable String userName) {}
