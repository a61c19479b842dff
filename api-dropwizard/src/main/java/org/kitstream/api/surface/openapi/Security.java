package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The ways in which callers may say who they are. */
final class Security {

  private Security() {}

  static ObjectNode schemes() {
    ObjectNode schemes = JsonNodeFactory.instance.objectNode();
    schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
    schemes.putObject("basic").put("type", "http").put("scheme", "basic");
    schemes
        .putObject("parameter")
        .put("type", "apiKey")
        .put("in", "query")
        .put("name", "access_token");
    schemes
        .putObject("header")
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "Authorization")
        .put("description", "token T, or Token token=KEY with the legacy API key.");
    ObjectNode flows = schemes.putObject("oauth").put("type", "oauth2").putObject("flows");
    tokenFlow(flows, "authorizationCode").put("authorizationUrl", "/oauth/authorize");
    tokenFlow(flows, "clientCredentials");
    return schemes;
  }

  private static ObjectNode tokenFlow(ObjectNode flows, String name) {
    ObjectNode flow = flows.putObject(name).put("tokenUrl", "/oauth/token");
    flow.putObject("scopes");
    return flow;
  }

  /** What an anonymous caller may do is for the answer to say. */
  static ArrayNode anyOrNone() {
    ArrayNode security = JsonNodeFactory.instance.arrayNode();
    security.addObject();
    schemes().fieldNames().forEachRemaining(way -> security.addObject().putArray(way));
    return security;
  }
}
