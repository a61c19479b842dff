package org.kitstream.api.surface.v0;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.PostprocessingDraft;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of a device's postprocessing, over what there is. */
@Takes(value = "blueprint_url", about = "To 1000 characters.")
@Takes(value = "hardware_url", about = "To 1000 characters.")
@Takes(
    value = "latest_postprocessing",
    as = Kind.TIME,
    about = "Until when the device's data has been processed.")
@Takes(value = "meta", as = Kind.OBJECT, about = "Anything.")
@Takes(value = "forwarding_params", as = Kind.OBJECT, about = "Anything.")
final class PostprocessingForm {

  private PostprocessingForm() {}

  static PostprocessingDraft over(@Nullable PostprocessingDraft stored, Parameters given) {
    PostprocessingDraft now = stored == null ? PostprocessingDraft.EMPTY : stored;
    String time = "latest_postprocessing";
    return new PostprocessingDraft(
        given.presentText("blueprint_url", now.blueprintUrl()),
        given.presentText("hardware_url", now.hardwareUrl()),
        given.has(time)
            ? Times.parsed(time, given.presentText(time, null))
            : now.latestPostprocessing(),
        object("meta", now.meta(), given),
        object("forwarding_params", now.forwardingParams(), given));
  }

  private static @Nullable String object(String name, @Nullable String now, Parameters given) {
    String text = given.objectText(name, "");
    return text.isEmpty() ? now : text;
  }
}
