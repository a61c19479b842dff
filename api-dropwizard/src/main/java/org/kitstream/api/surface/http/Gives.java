package org.kitstream.api.surface.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method answers with when all goes well; the description of the api says so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Gives {

  /** A record that is written as JSON; {@link Void} for no body. */
  Class<?> value();

  /** Whether it is a list of these. */
  boolean list() default false;

  /** What it gives instead in a case of its own; void: nothing else. */
  Class<?> or() default void.class;

  int status() default 200;

  /** The status of that other case; 0: the usual one. */
  int orStatus() default 0;
}
