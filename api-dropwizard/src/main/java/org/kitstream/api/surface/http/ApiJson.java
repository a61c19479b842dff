package org.kitstream.api.surface.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How answers are written: snake_case names, nulls present, times in whole seconds with a Z. */
public final class ApiJson {

  private ApiJson() {}

  /** Makes a mapper write so. */
  public static void configure(ObjectMapper mapper) {
    mapper
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
        .registerModule(new SimpleModule("kitstream-times").addSerializer(new WholeSeconds()));
  }

  /** Reads one JSON value and refuses anything after it. */
  public static ObjectReader bodyReader(ObjectMapper mapper) {
    return mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static final class WholeSeconds extends StdSerializer<Instant> {

    private static final long serialVersionUID = 1;

    WholeSeconds() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }
}
