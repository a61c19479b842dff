package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.oauth.Application;
import org.kitstream.api.oauth.ApplicationDraft;
import org.kitstream.api.oauth.Applications;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/applications}. */
@Path("/v0/applications")
@Produces(Answers.JSON)
public final class ApplicationsResource {

  private final Applications applications;

  public ApplicationsResource(Applications applications) {
    this.applications = applications;
  }

  @GET
  @Gives(value = ApplicationJson.class, list = true)
  public Object list(@Auth Caller caller) {
    return applications.list(caller).stream().map(this::answer).toList();
  }

  @POST
  @Gives(value = ApplicationJson.class, status = 201)
  @TakesAllOf(ApplicationForm.class)
  public Response create(@Auth Caller caller, @Context Parameters given) {
    caller.required();
    Application created =
        applications.create(caller, ApplicationForm.over(ApplicationDraft.EMPTY, given));
    return Response.status(Response.Status.CREATED).entity(answer(created)).build();
  }

  @GET
  @Path("{id}")
  @Gives(ApplicationJson.class)
  public Object get(@Auth Caller caller, @PathParam("id") String id) {
    return answer(applications.get(caller, id(caller, id)));
  }

  @PATCH
  @Path("{id}")
  @Gives(ApplicationJson.class)
  @TakesAllOf(ApplicationForm.class)
  public Object update(@Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    return answer(
        applications.update(caller, id(caller, id), now -> ApplicationForm.over(now, given)));
  }

  @PUT
  @Path("{id}")
  @Gives(ApplicationJson.class)
  @TakesAllOf(ApplicationForm.class)
  public Object replace(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    return update(caller, id, given);
  }

  @DELETE
  @Path("{id}")
  @Gives(Done.class)
  public Object delete(@Auth Caller caller, @PathParam("id") String id) {
    applications.delete(caller, id(caller, id));
    return Done.OK;
  }

  /** Nobody unknown learns whether an id could be one. */
  private static long id(Caller caller, String text) {
    caller.required();
    return Answers.id("Application", text);
  }

  private ApplicationJson answer(Application application) {
    return ApplicationJson.of(application, applications.secretOf(application).orElse(null));
  }
}
