package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.experiments.ExperimentDraft;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of an experiment: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "To 255 characters.")
@Takes(value = "description", about = "To 5000 characters.")
@Takes(value = "is_test", as = Kind.FLAG, about = "False unless said.")
@Takes(value = "starts_at", as = Kind.TIME, about = "Null: it always has been on.")
@Takes(value = "ends_at", as = Kind.TIME, about = "Null: it goes on; else not before starts_at.")
@Takes(value = "device_ids", as = Kind.INTEGERS, about = "These replace those it has.")
final class ExperimentForm {

  private ExperimentForm() {}

  static ExperimentDraft over(ExperimentDraft now, Parameters given) {
    return new ExperimentDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        isTest(now.isTest(), given),
        time("starts_at", now.startsAt(), given),
        time("ends_at", now.endsAt(), given),
        deviceIds(given));
  }

  private static @Nullable Boolean isTest(@Nullable Boolean now, Parameters given) {
    if (!given.has("is_test")) {
      return now;
    }
    return given.presentText("is_test", null) == null ? null : given.flag("is_test", false);
  }

  private static @Nullable Instant time(String name, @Nullable Instant now, Parameters given) {
    return given.has(name) ? Times.parsed(name, given.presentText(name, null)) : now;
  }

  private static @Nullable List<Long> deviceIds(Parameters given) {
    List<Integer> ids = given.integers("device_ids", null);
    return ids == null ? null : ids.stream().map(Integer::longValue).toList();
  }
}
