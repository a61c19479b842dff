package org.kitstream.api.surface.v0;

import org.kitstream.api.devices.Placement;
import org.kitstream.api.onboarding.OrphanDraft;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of a kit that is being set up, over what there is. */
@Takes(value = "name", about = "To 255 characters.")
@Takes(value = "description", about = "To 5000 characters.")
@Takes(value = "kit_id", as = Kind.INTEGER, about = "The blueprint.")
@Takes(value = "latitude", as = Kind.NUMBER, about = "Degrees north, -90 to 90.")
@Takes(value = "longitude", as = Kind.NUMBER, about = "Degrees east, -180 to 180.")
@Takes(
    value = "exposure",
    oneOf = {"indoor", "outdoor"},
    about = "Where it stands.")
@Takes(value = "user_tags", about = "Names of tags, comma separated.")
final class OrphanForm {

  private OrphanForm() {}

  static OrphanDraft over(OrphanDraft now, Parameters given) {
    Placement place = now.placement();
    return new OrphanDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.integer("kit_id", now.kitId()),
        new Placement(
            given.number("latitude", place.latitude()),
            given.number("longitude", place.longitude()),
            null,
            given.presentText("exposure", place.exposure())),
        given.text("user_tags", now.userTags()));
  }
}
