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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.kitstream.api.experiments.ExperimentDraft;
import org.kitstream.api.experiments.ExperimentFilters;
import org.kitstream.api.experiments.Experiments;
import org.kitstream.api.surface.http.FilteredBy;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/experiments}. */
@Path("/v0/experiments")
@Produces(Answers.JSON)
public final class ExperimentsResource {

  private final Experiments experiments;
  private final Pagination pagination;
  private final Clock clock;

  public ExperimentsResource(Experiments experiments, Pagination pagination, Clock clock) {
    this.experiments = experiments;
    this.pagination = pagination;
    this.clock = clock;
  }

  @GET
  @Gives(value = ExperimentJson.class, list = true)
  @TakesAllOf(Pagination.class)
  @FilteredBy(ExperimentFilters.class)
  public Response list(
      @Auth Caller caller,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        experiments
            .list(caller, Searches.of(parameters), pagination.page(parameters))
            .map(all -> all.stream().map(one -> ExperimentJson.of(one, clock.instant())).toList()));
  }

  @GET
  @Path("{id}")
  @Gives(ExperimentJson.class)
  public Object get(@Auth Caller caller, @PathParam("id") String id) {
    return answer(caller, Answers.id("Experiment", id));
  }

  @POST
  @Gives(value = ExperimentJson.class, status = 201)
  @TakesAllOf(ExperimentForm.class)
  @Refuses(status = 404)
  public Response create(@Auth Caller caller, @Context Parameters given) {
    caller.required();
    long id = experiments.create(caller, ExperimentForm.over(ExperimentDraft.EMPTY, given));
    return Answers.created(answer(caller, id));
  }

  @PATCH
  @Path("{id}")
  @Gives(ExperimentJson.class)
  @TakesAllOf(ExperimentForm.class)
  public Object update(@Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    caller.required();
    long experimentId = Answers.id("Experiment", id);
    experiments.update(caller, experimentId, now -> ExperimentForm.over(now, given));
    return answer(caller, experimentId);
  }

  @PUT
  @Path("{id}")
  @Gives(ExperimentJson.class)
  @TakesAllOf(ExperimentForm.class)
  public Object put(@Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    return update(caller, id, given);
  }

  @DELETE
  @Path("{id}")
  @Gives(Done.class)
  public Object delete(@Auth Caller caller, @PathParam("id") String id) {
    caller.required();
    experiments.delete(caller, Answers.id("Experiment", id));
    return Done.OK;
  }

  private ExperimentJson answer(Caller caller, long id) {
    return ExperimentJson.of(experiments.get(caller, id), clock.instant());
  }
}
