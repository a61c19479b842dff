package org.kitstream.api.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A slice of a list.
 *
 * @param total items in the whole list
 */
public record Paged<T>(List<T> items, Page page, long total) {

  /** The same slice of something else. */
  public <R> Paged<R> map(Function<List<T>, List<R>> mapping) {
    return new Paged<>(mapping.apply(items), page, total);
  }
}
