package org.kitstream.api.devices;

/** Whose a device is. */
public record OwnedDevice(long ownerId, long id) {}
