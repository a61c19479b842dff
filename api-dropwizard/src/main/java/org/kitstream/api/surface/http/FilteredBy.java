package org.kitstream.api.surface.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.kitstream.api.filters.Filterable;

/** A resource method answers with a list that can be filtered and sorted by {@code q[...]}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FilteredBy {

  /** What gives the list's filters: a class with a public constructor that takes nothing. */
  Class<? extends Supplier<Filterable>> value();
}
