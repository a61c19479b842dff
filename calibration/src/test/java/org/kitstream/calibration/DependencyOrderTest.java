package org.kitstream.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

  private static final long SEED = 41;

  @Test
  void putsEachAfterThoseItReads() {
    DependencyOrder order = order(Map.of(1, Set.of(3), 2, Set.of(99), 3, Set.of(2)));

    assertThat(order.sensors()).containsExactly(2, 3, 1);
    assertThat(order.cyclic()).isEmpty();
  }

  @Test
  void isEmptyForNothing() {
    assertThat(order(Map.of())).isEqualTo(new DependencyOrder(List.of(), Set.of()));
  }

  @Test
  void tellsCyclesFromWhatWaitsForThem() {
    DependencyOrder order =
        order(Map.of(1, Set.of(2), 2, Set.of(1, 5), 3, Set.of(1), 4, Set.of(3), 5, Set.of(9)));

    assertThat(order.sensors()).containsExactly(5, 1, 2, 3, 4);
    assertThat(order.cyclic()).containsExactly(1, 2);
  }

  @Test
  void findsASelfCycle() {
    assertThat(order(Map.of(7, Set.of(7))).cyclic()).containsExactly(7);
  }

  @Test
  void countsWhatLiesBetweenTwoCycles() {
    DependencyOrder order =
        order(Map.of(1, Set.of(1), 2, Set.of(1), 3, Set.of(2, 3), 4, Set.of(3)));

    assertThat(order.cyclic()).containsExactly(1, 2, 3);
  }

  @Test
  void holdsForRandomGraphs() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      NavigableMap<Integer, Set<Integer>> reads = randomGraph(random);
      DependencyOrder order = DependencyOrder.of(reads);

      assertThat(order.sensors())
          .as("seed %d: %s", SEED, reads)
          .containsExactlyInAnyOrderElementsOf(reads.keySet());
      assertThat(order.cyclic()).as("seed %d: %s", SEED, reads).containsAll(inCycles(reads));
      assertOrdered(reads, order);
    }
  }

  /** What comes too early may only be what waits for a cycle. */
  private static void assertOrdered(Map<Integer, Set<Integer>> reads, DependencyOrder order) {
    Set<Integer> done = new HashSet<>();
    for (Integer sensor : order.sensors()) {
      Set<Integer> sources = new TreeSet<>(reads.getOrDefault(sensor, Set.of()));
      sources.retainAll(reads.keySet());
      if (!done.containsAll(sources)) {
        assertThat(reachable(reads, sensor))
            .as("seed %d: %s in %s", SEED, sensor, reads)
            .containsAnyElementsOf(inCycles(reads));
      }
      done.add(sensor);
    }
  }

  private static NavigableMap<Integer, Set<Integer>> randomGraph(Random random) {
    NavigableMap<Integer, Set<Integer>> reads = new TreeMap<>();
    int sensors = 1 + random.nextInt(7);
    for (int sensor = 0; sensor < sensors; sensor++) {
      Set<Integer> sources = new TreeSet<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        sources.add(random.nextInt(sensors + 3));
      }
      reads.put(sensor, sources);
    }
    return reads;
  }

  private static Set<Integer> inCycles(Map<Integer, Set<Integer>> reads) {
    Set<Integer> cyclic = new TreeSet<>();
    for (Integer sensor : reads.keySet()) {
      if (reachable(reads, sensor).contains(sensor)) {
        cyclic.add(sensor);
      }
    }
    return cyclic;
  }

  private static Set<Integer> reachable(Map<Integer, Set<Integer>> reads, Integer from) {
    Set<Integer> reached = new TreeSet<>(reads.getOrDefault(from, Set.of()));
    int before = -1;
    while (before != reached.size()) {
      before = reached.size();
      for (Integer sensor : List.copyOf(reached)) {
        reached.addAll(reads.getOrDefault(sensor, Set.of()));
      }
    }
    return reached;
  }

  private static DependencyOrder order(Map<Integer, Set<Integer>> reads) {
    return DependencyOrder.of(new TreeMap<>(reads));
  }
}
