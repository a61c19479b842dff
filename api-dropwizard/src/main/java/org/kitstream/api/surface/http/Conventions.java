package org.kitstream.api.surface.http;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What reads parameters on behalf of every method. */
final class Conventions {

  static final List<Class<?>> READERS = List.of(PrettyPrint.class, Jsonp.class, Credentials.class);

  private Conventions() {}

  /** Whether a reader looks at the requests of a method. */
  static boolean apply(Class<?> reader, Method method) {
    if (reader == Jsonp.class) {
      return method.isAnnotationPresent(GET.class);
    }
    return reader != Credentials.class
        || Arrays.stream(method.getParameterAnnotations())
            .flatMap(Stream::of)
            .anyMatch(Auth.class::isInstance);
  }
}
