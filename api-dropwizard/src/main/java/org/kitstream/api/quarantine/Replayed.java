package org.kitstream.api.quarantine;

/**
 * What came of a wish to send entries again.
 *
 * @param messages payloads that were sent; what is refused again comes back as a new entry
 * @param entries entries that are closed by it
 * @param remaining entries that still wait for that reason
 */
public record Replayed(int messages, int entries, long remaining) {}
