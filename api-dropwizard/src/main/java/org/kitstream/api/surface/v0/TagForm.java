package org.kitstream.api.surface.v0;

import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.tags.TagDraft;

/** What a request says of a tag: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "Unique in any case; to 255 characters.")
@Takes(value = "description", about = "To 5000 characters.")
final class TagForm {

  private TagForm() {}

  static TagDraft over(TagDraft now, Parameters given) {
    return new TagDraft(
        given.text("name", now.name()), given.text("description", now.description()));
  }
}
