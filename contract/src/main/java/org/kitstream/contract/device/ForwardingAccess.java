package org.kitstream.contract.device;

/**
 * What proves a subscriber of forwarded readings: both belong to the device's owner, who gives them
 * away. Secrets; never logged.
 *
 * @param username the MQTT user name
 * @param token the second level of the topics that it may subscribe to
 */
public record ForwardingAccess(String username, String token) {}
