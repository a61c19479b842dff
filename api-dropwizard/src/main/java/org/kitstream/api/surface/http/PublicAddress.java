package org.kitstream.api.surface.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/**
 * Writes a path of ours, such as {@code /v0/users/7}, as the address by which others reach it. No
 * path stays no path.
 */
public final class PublicAddress extends StdSerializer<String> {

  private static final long serialVersionUID = 1;
  private static final String BASE = "org.kitstream.public-url";

  PublicAddress() {
    super(String.class);
  }

  /** Makes a mapper put this before all paths; empty to leave them paths. */
  public static void configure(ObjectMapper mapper, String base) {
    mapper.setConfig(mapper.getSerializationConfig().withAttribute(BASE, base));
  }

  @Override
  public void serialize(String path, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    Object base = provider.getAttribute(BASE);
    generator.writeString(path.isEmpty() || base == null ? path : base + path);
  }
}
