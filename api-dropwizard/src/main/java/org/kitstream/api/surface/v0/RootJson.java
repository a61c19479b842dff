package org.kitstream.api.surface.v0;

import jakarta.ws.rs.core.UriInfo;

/** Where everything is. */
record RootJson(
    String notice,
    String apiDocumentationUrl,
    String currentUserUrl,
    String componentsUrl,
    String devicesUrl,
    String kitsUrl,
    String measurementsUrl,
    String sensorsUrl,
    String usersUrl,
    String tagsUrl,
    String tagsSensorsUrl,
    String versionGit) {

  private static final String NOTICE = "Welcome. This is version 0 of the Smart Citizen API.";

  static RootJson at(UriInfo here, String revision) {
    String base = here.getBaseUriBuilder().path("v0/").build().toString();
    return new RootJson(
        NOTICE,
        "https://developer.smartcitizen.me",
        base + "me",
        base + "components",
        base + "devices",
        base + "kits",
        base + "measurements",
        base + "sensors",
        base + "users",
        base + "tags",
        base + "tag_sensors",
        revision);
  }
}
