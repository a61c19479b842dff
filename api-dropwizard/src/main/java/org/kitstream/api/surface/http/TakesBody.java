package org.kitstream.api.surface.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method reads the body itself, byte by byte; the description of the api says so. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesBody {

  /** Media types that it can be of. */
  String[] value();

  /** For people: what is in it. */
  String about();
}
