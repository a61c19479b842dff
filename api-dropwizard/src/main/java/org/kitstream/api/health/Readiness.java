package org.kitstream.api.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether this node can serve, and why not. Checked once a second at most, however often it is
 * asked. Thread-safe.
 */
public final class Readiness {

  private static final Duration FRESH_FOR = Duration.ofSeconds(1);

  private final HealthCheckRegistry checks;
  private final Set<String> needed;
  private final Supplier<Report> report;

  /**
   * @param needed checks without which nothing can be served; the others only lessen the service
   */
  public Readiness(HealthCheckRegistry checks, Set<String> needed) {
    this.checks = checks;
    this.needed = Set.copyOf(needed);
    this.report = Suppliers.memoizeWithExpiration(this::check, FRESH_FOR);
  }

  /** What was found. */
  public record Report(boolean ready, Map<String, Finding> checks) {}

  /** What one check found. */
  public record Finding(boolean healthy, @Nullable String message) {}

  /** The newest report. */
  public Report report() {
    return Objects.requireNonNull(report.get());
  }

  private Report check() {
    Map<String, Finding> findings = new TreeMap<>();
    boolean ready = true;
    for (Map.Entry<String, HealthCheck.Result> one : checks.runHealthChecks().entrySet()) {
      boolean healthy = one.getValue().isHealthy();
      findings.put(one.getKey(), new Finding(healthy, one.getValue().getMessage()));
      ready &= healthy || !needed.contains(one.getKey());
    }
    return new Report(ready, findings);
  }
}
