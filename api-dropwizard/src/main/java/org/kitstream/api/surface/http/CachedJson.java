package org.kitstream.api.surface.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Suppliers;
import com.google.common.hash.Hashing;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * One answer for everybody: made, written and compressed once for all who ask within a period, and
 * not sent at all to who has it already. Thread-safe; who asks while it is being made waits.
 */
public final class CachedJson {

  private final Duration period;
  private final Supplier<Copy> copies;

  private CachedJson(ObjectMapper mapper, Duration period, Supplier<? extends Object> source) {
    this.period = period;
    this.copies =
        Suppliers.memoizeWithExpiration(
            () -> Copy.of(mapper, Objects.requireNonNull(source.get())), period);
  }

  /**
   * Makes such answers.
   *
   * @param mapper how they are written
   * @param period how old one may get; positive
   */
  public record Maker(ObjectMapper mapper, Duration period) {

    /** The answer that the source gives, whenever it is needed anew. */
    public CachedJson of(Supplier<? extends Object> source) {
      return new CachedJson(mapper, period, source);
    }
  }

  /** The answer to a request: whole, compressed if the client likes, or 304. */
  public Response answer(ContainerRequestContext request) {
    Copy copy = Objects.requireNonNull(copies.get());
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(copy.tag());
    if (unchanged != null) {
      return withHeaders(unchanged, copy).build();
    }
    if (PrettyPrint.isAskedFor(request) || Jsonp.isAskedFor(request)) {
      return withHeaders(Response.ok(copy.source()), copy).build();
    }
    return acceptsGzip(request)
        ? withHeaders(Response.ok(copy.compressed()), copy)
            .header(HttpHeaders.CONTENT_ENCODING, "gzip")
            .build()
        : withHeaders(Response.ok(copy.json()), copy).build();
  }

  private Response.ResponseBuilder withHeaders(Response.ResponseBuilder answer, Copy copy) {
    CacheControl control = new CacheControl();
    control.setMaxAge(Math.toIntExact(period.toSeconds()));
    control.setPrivate(false);
    return answer
        .tag(copy.tag())
        .cacheControl(control)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
  }

  private static boolean acceptsGzip(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.toLowerCase(Locale.ROOT).matches(".*\\bgzip\\b(?!;q=0).*");
  }

  /** An answer in all the forms in which it is sent. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out but to be written
  private record Copy(Object source, byte[] json, byte[] compressed, EntityTag tag) {

    static Copy of(ObjectMapper mapper, Object source) {
      try {
        byte[] json = mapper.writeValueAsBytes(source);
        String hash = Hashing.sha256().hashBytes(json).toString();
        return new Copy(source, json, compressed(json), new EntityTag(hash));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] compressed(byte[] json) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 8);
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
