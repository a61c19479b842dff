package org.kitstream.api.surface.http;

import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The parameters that something says it reads. Immutable. */
public final class Declared {

  /** Whatever comes: the members of an object that is open. */
  static final Declared ANYTHING = new Declared("anything", null);

  private static final Map<AnnotatedElement, Declared> KNOWN = new ConcurrentHashMap<>();

  private final String where;
  private final @Nullable Map<String, Parameter> parameters;

  private Declared(String where, @Nullable Map<String, Parameter> parameters) {
    this.where = where;
    this.parameters = parameters;
  }

  /** What a resource method or a form declares. */
  public static Declared by(AnnotatedElement reader) {
    Declared known = KNOWN.get(reader);
    if (known == null) {
      known = new Declared(reader.toString(), read(reader));
      KNOWN.put(reader, known);
    }
    return known;
  }

  private static Map<String, Parameter> read(AnnotatedElement reader) {
    Map<String, Parameter> all = new LinkedHashMap<>();
    addAll(all, ofForms(reader));
    for (Takes takes : reader.getAnnotationsByType(Takes.class)) {
      addAll(all, List.of(Parameter.of(takes)));
    }
    FilteredBy filtered = reader.getAnnotation(FilteredBy.class);
    if (filtered != null) {
      addAll(all, List.of(Parameter.of(filtered)));
    }
    return all;
  }

  /** What a form needs to make something is not needed to change it. */
  private static List<Parameter> ofForms(AnnotatedElement reader) {
    TakesAllOf forms = reader.getAnnotation(TakesAllOf.class);
    if (forms == null) {
      return List.of();
    }
    boolean changes =
        reader.isAnnotationPresent(PATCH.class) || reader.isAnnotationPresent(PUT.class);
    return Arrays.stream(forms.value())
        .flatMap(form -> by(form).all().stream())
        .map(one -> changes ? one.optional() : one)
        .toList();
  }

  private static void addAll(Map<String, Parameter> all, List<Parameter> more) {
    for (Parameter one : more) {
      if (all.put(one.name(), one) != null) {
        throw new IllegalStateException(one.name() + " is declared twice");
      }
    }
  }

  /** What every method reads that answers JSON: what its filters do. */
  public static List<Parameter> byConventions(Method method) {
    return Conventions.READERS.stream()
        .filter(reader -> Conventions.apply(reader, method))
        .flatMap(reader -> by(reader).all().stream())
        .toList();
  }

  /** The same, none of which has to be given. */
  Declared optional() {
    Map<String, Parameter> optional = new LinkedHashMap<>();
    all().forEach(one -> optional.put(one.name(), one.optional()));
    return new Declared(where, optional);
  }

  /** All of them, in the order in which they were declared. */
  public Collection<Parameter> all() {
    return parameters == null ? List.of() : parameters.values();
  }

  /**
   * Checks that a parameter may be read, as one of these kinds; no kinds: as any.
   *
   * @throws IllegalStateException if it is not declared so: a fault of the program
   */
  void require(String name, Kind... kinds) {
    Parameter declared = find(name);
    boolean fits = parameters == null || (declared != null && isOneOf(declared.kind(), kinds));
    if (!fits) {
      throw new IllegalStateException(
          "%s reads the parameter %s as %s and does not declare that with @Takes"
              .formatted(where, name, Arrays.toString(kinds)));
    }
  }

  /** What may be read of an object's members. */
  Declared ofMembers(String name) {
    Parameter declared = find(name);
    Declared members = declared == null ? null : declared.members();
    return members == null ? ANYTHING : members;
  }

  private @Nullable Parameter find(String name) {
    return parameters == null ? null : parameters.get(name);
  }

  private static boolean isOneOf(Kind kind, Kind... kinds) {
    return kinds.length == 0 || Arrays.asList(kinds).contains(kind);
  }
}
