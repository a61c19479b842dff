package org.kitstream.api.surface.v0;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.users.Picture;
import org.kitstream.api.users.Pictures;
import org.kitstream.api.users.Users;

/** {@code /v0/users/:id/profile_picture}: the picture itself, for everybody. */
@Path("/v0/users/{id}/profile_picture")
public final class ProfilePictureResource {

  private final Users users;
  private final Pictures pictures;

  public ProfilePictureResource(Users users, Pictures pictures) {
    this.users = users;
    this.pictures = pictures;
  }

  @GET
  @Produces({"image/png", "image/jpeg", "image/gif", "image/webp"})
  @Gives(String.class)
  @Refuses(status = 304, with = Void.class)
  public Response get(@PathParam("id") String idOrUsername, @Context Request request) {
    Picture picture = pictures.get(users.get(idOrUsername));
    EntityTag tag = new EntityTag(picture.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(picture.bytes(), picture.type()) : unchanged;
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
