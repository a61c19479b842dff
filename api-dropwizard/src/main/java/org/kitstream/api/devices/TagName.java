package org.kitstream.api.devices;

/** A tag that owners may put on their devices. */
public record TagName(int id, String name) {}
