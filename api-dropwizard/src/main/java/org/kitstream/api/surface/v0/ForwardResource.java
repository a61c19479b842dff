package org.kitstream.api.surface.v0;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.kitstream.api.forwarding.Forwarding;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** {@code /v0/forward}: a broker asks whether somebody may subscribe. */
@Path("/v0/forward")
@Produces(Answers.JSON)
public final class ForwardResource {

  private final Forwarding forwarding;

  public ForwardResource(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  /** What the broker shall do. */
  record Verdict(String result) {}

  @GET
  @Gives(ForwardResource.Verdict.class)
  @Takes(value = "topic", about = "A filter that somebody wants to subscribe to.")
  @Takes(value = "username", about = "Their name for forwarding.")
  public Object get(@Context Parameters given) {
    String topic = given.presentText("topic", null);
    String username = given.presentText("username", null);
    boolean allowed = topic != null && username != null && forwarding.allows(topic, username);
    return new Verdict(allowed ? "allow" : "deny");
  }
}
