package org.kitstream.api.health;

import com.codahale.metrics.health.HealthCheck;
import org.kitstream.api.live.LiveView;

/** Whether latest values and states are known. */
public final class LiveViewCheck extends HealthCheck {

  private final LiveView liveView;

  public LiveViewCheck(LiveView liveView) {
    this.liveView = liveView;
  }

  @Override
  protected Result check() {
    if (!liveView.ready()) {
      return Result.unhealthy("the live view is still being read");
    }
    return liveView.following()
        ? Result.healthy("%d records behind", liveView.lag())
        : Result.unhealthy("the live view is not being followed");
  }
}
