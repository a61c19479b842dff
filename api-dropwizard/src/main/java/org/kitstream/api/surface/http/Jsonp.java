package org.kitstream.api.surface.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;

/**
 * Answers a GET that names a {@code callback} with a script that calls it. The empty comment in
 * front keeps the name from being taken for the beginning of something else.
 */
@Takes(
    value = "callback",
    about = "The name of a function: the answer becomes a script that calls it.")
@Priority(Priorities.AUTHENTICATION - 50)
public final class Jsonp
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

  private static final String CALLBACK = "org.kitstream.callback";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_$](\\.?[\\w$])*+");
  private static final int LONGEST_NAME = 200;
  private static final MediaType SCRIPT =
      new MediaType("application", "javascript").withCharset("utf-8");

  @Override
  public void filter(ContainerRequestContext request) {
    String callback = callback(request);
    if (callback == null) {
      return;
    }
    if (isName(callback)) {
      request.setProperty(CALLBACK, callback);
    } else {
      request.abortWith(
          Response.status(Response.Status.BAD_REQUEST)
              .entity("Bad Request")
              .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
              .build());
    }
  }

  private static boolean isName(String callback) {
    return callback.length() <= LONGEST_NAME && NAME.matcher(callback).matches();
  }

  static boolean isAskedFor(ContainerRequestContext request) {
    return request.getProperty(CALLBACK) != null;
  }

  private static @Nullable String callback(ContainerRequestContext request) {
    return HttpMethod.GET.equals(request.getMethod())
        ? ParametersReader.given(request, Jsonp.class).presentText("callback", null)
        : null;
  }

  /** The callback of a request that was refused before it came to us; an odd one is no matter. */
  private static void catchUp(ContainerRequestContext request) {
    try {
      String callback = callback(request);
      if (callback != null && isName(callback)) {
        request.setProperty(CALLBACK, callback);
      }
    } catch (Failure e) {
      request.removeProperty(CALLBACK);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!ParametersReader.hasRead(request)) {
      catchUp(request);
    }
    MediaType type = response.getMediaType();
    if (request.getProperty(CALLBACK) != null
        && type != null
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, SCRIPT);
      response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    boolean called =
        context.getProperty(CALLBACK) instanceof String && SCRIPT.equals(context.getMediaType());
    if (called) {
      context
          .getOutputStream()
          .write(("/**/" + context.getProperty(CALLBACK) + '(').getBytes(US_ASCII));
    }
    context.proceed();
    if (called) {
      context.getOutputStream().write(')');
    }
  }
}
