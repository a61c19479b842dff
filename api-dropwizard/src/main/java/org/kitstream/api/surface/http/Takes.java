package org.kitstream.api.surface.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that a resource method reads, or that a form does which methods refer to by {@link
 * TakesAllOf}. The description of the api is made from it, and {@link Parameters} give no method
 * what it does not declare, so that the two cannot drift apart.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Takes.Several.class)
public @interface Takes {

  /** The parameter's name. */
  String value();

  Kind as() default Kind.TEXT;

  /** For people: what it is, with its unit and range. */
  String about();

  /** Whether it has to be given; of a form: to make something new. */
  boolean required() default false;

  /** Whether it counts in the query alone, whatever the method. */
  boolean inQuery() default false;

  /** All values that there are; none for any. */
  String[] oneOf() default {};

  /** Of an object: the form that declares its members; without one it may have any. */
  Class<?> members() default void.class;

  /** More than one on the same method or form. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE})
  @interface Several {
    Takes[] value();
  }
}
