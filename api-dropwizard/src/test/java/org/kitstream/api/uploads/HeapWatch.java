package org.kitstream.api.uploads;

/** The most of the heap that was in use, after a collection, above what was at the start. */
final class HeapWatch {

  private final long start = used();
  private long most;

  void look() {
    most = Math.max(most, used() - start);
  }

  long mebibytes() {
    return most >> 20;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
