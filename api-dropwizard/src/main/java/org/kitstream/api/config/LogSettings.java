package org.kitstream.api.config;

/**
 * What is logged besides faults and rare changes.
 *
 * @param requests whether each request is, by its route
 */
public record LogSettings(boolean requests) {}
