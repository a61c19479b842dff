package org.kitstream.api.surface.push;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.ingest.ReadingsDoor;
import org.kitstream.api.surface.http.Credentials;
import org.kitstream.api.surface.http.Credentials.NameAndPassword;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Taken;
import org.kitstream.api.surface.http.TakesBody;
import org.kitstream.contract.reading.PayloadFormat;

/**
 * {@code /push}: where kits of other platforms post to by themselves. A kit proves itself by its
 * device's token: as the user name of Basic credentials or, if it can send none, as the name that
 * it gives itself in {@code X-Sensor}.
 */
@Path("/push")
@Produces("application/json; charset=utf-8")
public final class PushResource {

  private final ReadingsDoor door;

  public PushResource(ReadingsDoor door) {
    this.door = door;
  }

  @POST
  @Path("sensor-community")
  @TakesBody(value = "application/json", about = "What the kit sends.")
  @Refuses(status = 401)
  @Refuses(status = 422)
  @Refuses(status = 429)
  @Refuses(status = 503)
  @Gives(Taken.class)
  public Object sensorCommunity(
      @Context ContainerRequestContext request,
      @HeaderParam("X-Sensor") @Nullable String name,
      InputStream body)
      throws IOException {
    String token =
        Credentials.basic(request)
            .map(NameAndPassword::username)
            .or(() -> Optional.ofNullable(name))
            .orElseThrow(Failure.WrongPassword::new);
    return push(token, PayloadFormat.SENSOR_COMMUNITY, request, body);
  }

  @POST
  @Path("city-probe")
  @TakesBody(value = "application/json", about = "What the kit sends.")
  @Refuses(status = 401)
  @Refuses(status = 422)
  @Refuses(status = 429)
  @Refuses(status = 503)
  @Gives(Taken.class)
  public Object cityProbe(@Context ContainerRequestContext request, InputStream body)
      throws IOException {
    String token =
        Credentials.basic(request)
            .map(NameAndPassword::username)
            .orElseThrow(Failure.WrongPassword::new);
    return push(token, PayloadFormat.CITY_PROBE, request, body);
  }

  private Taken push(
      String token, PayloadFormat format, ContainerRequestContext request, InputStream body)
      throws IOException {
    String key = request.getHeaderString("Idempotency-Key");
    door.push(token.trim(), format, body, Optional.ofNullable(key));
    return Taken.OK;
  }
}
