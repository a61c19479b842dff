package org.kitstream.api.surface.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a method refuses where that cannot be told from what it takes, or the body is not the {@link
 * ErrorBody} that every refusal else has.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Refuses.Several.class)
public @interface Refuses {

  int status();

  /** A record that is written as JSON; {@link String} for text, {@link Void} for no body. */
  Class<?> with() default ErrorBody.class;

  /** More than one on the same method. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Several {
    Refuses[] value();
  }
}
