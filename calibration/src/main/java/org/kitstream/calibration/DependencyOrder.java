package org.kitstream.calibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which order to compute sensors that read each other's values.
 *
 * @param sensors each after those it reads; then, in no useful order, those that wait for a cycle
 * @param cyclic the sensors in a cycle or between two cycles, ascending
 */
record DependencyOrder(List<Integer> sensors, Set<Integer> cyclic) {

  /** Costs as much as there are reads. */
  static DependencyOrder of(NavigableMap<Integer, Set<Integer>> reads) {
    List<Integer> order = sorted(reads);
    NavigableMap<Integer, Set<Integer>> stuck = new TreeMap<>(reads);
    stuck.keySet().removeAll(Set.copyOf(order));
    // Of the stuck sensors, those that no other stuck one waits for are victims, not causes.
    Set<Integer> cyclic = new TreeSet<>(stuck.keySet());
    cyclic.removeAll(Set.copyOf(sorted(reversed(stuck))));
    order.addAll(stuck.keySet());
    return new DependencyOrder(List.copyOf(order), cyclic);
  }

  /** Kahn's algorithm: takes away, again and again, what reads nothing that is still there. */
  private static List<Integer> sorted(NavigableMap<Integer, Set<Integer>> reads) {
    NavigableMap<Integer, Set<Integer>> readers = reversed(reads);
    Map<Integer, Integer> unmet = new TreeMap<>();
    Deque<Integer> ready = new ArrayDeque<>();
    reads.forEach(
        (sensor, sources) -> {
          int open = (int) sources.stream().filter(reads::containsKey).count();
          unmet.put(sensor, open);
          if (open == 0) {
            ready.add(sensor);
          }
        });
    List<Integer> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Integer sensor = ready.remove();
      order.add(sensor);
      for (Integer reader : readers.getOrDefault(sensor, Set.of())) {
        if (unmet.merge(reader, -1, Integer::sum) == 0) {
          ready.add(reader);
        }
      }
    }
    return order;
  }

  /** Who is read by whom, among the sensors that read. */
  private static NavigableMap<Integer, Set<Integer>> reversed(
      NavigableMap<Integer, Set<Integer>> reads) {
    NavigableMap<Integer, Set<Integer>> readers = new TreeMap<>();
    reads.keySet().forEach(sensor -> readers.put(sensor, new TreeSet<>()));
    reads.forEach(
        (sensor, sources) ->
            sources.stream()
                .filter(reads::containsKey)
                .forEach(
                    source -> readers.computeIfAbsent(source, key -> new TreeSet<>()).add(sensor)));
    return readers;
  }
}
