package org.kitstream.api.filters;

import java.util.List;
import java.util.Map;

/**
 * What of a list is asked for, as the caller wrote it.
 *
 * @param terms values by key, such as {@code name_cont}; all terms have to hold
 * @param sorts such as {@code username desc}, or several of them, comma separated; the first counts
 *     most
 */
public record Search(Map<String, List<String>> terms, List<String> sorts) {

  /** Everything, in the list's own order. */
  public static final Search ALL = new Search(Map.of(), List.of());
}
