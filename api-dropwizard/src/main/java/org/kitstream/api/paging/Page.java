package org.kitstream.api.paging;

/**
 * Which slice of a list is wanted.
 *
 * @param number counts from 1
 * @param size items on a page, at least 1
 */
public record Page(long number, int size) {

  /** The size when none is asked for. */
  public static final int DEFAULT_SIZE = 25;

  public Page {
    if (number < 1 || size < 1) {
      throw new IllegalArgumentException("page and size start at 1: " + number + ", " + size);
    }
  }

  /** Items before the page; as large as can be when the page lies beyond every list. */
  public long offset() {
    return number - 1 > Long.MAX_VALUE / size ? Long.MAX_VALUE : (number - 1) * size;
  }

  /** The number of the last page of a list; 1 when it is empty. */
  public long lastOf(long total) {
    return Math.max(1, (total + size - 1) / size);
  }
}
