package org.kitstream.api.filters;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kitstream.api.failure.Failure;

/**
 * What a list can be filtered and sorted by: nothing but what is declared here. Immutable.
 *
 * <pre>{@code
 * Filterable.of("experiments").integers("id", "owner_id").texts("name").times("starts_at").build();
 * }</pre>
 */
public final class Filterable {

  private final String table;
  private final Map<String, Attribute> attributes;
  private final Map<String, Association> associations;

  private Filterable(Builder builder) {
    this.table = builder.table;
    this.attributes = new LinkedHashMap<>(builder.attributes);
    this.associations = new LinkedHashMap<>(builder.associations);
  }

  private record Attribute(String column, ValueType type, boolean forAdmins) {}

  /** Declares the attributes of a table, or of what a statement calls so. */
  public static Builder of(String table) {
    return new Builder(table);
  }

  /**
   * Compiles what a caller asks for.
   *
   * @param admin whether the caller may use every attribute
   * @throws Failure.BadRequest naming a term that cannot be used
   */
  public Criteria compile(Search search, boolean admin) {
    return new SearchCompiler(this, admin).compile(search);
  }

  /** The names of all attributes that a caller may use, those of other tables included. */
  public Set<String> attributes(boolean admin) {
    Set<String> names = new LinkedHashSet<>();
    attributes.forEach(
        (name, attribute) -> {
          if (admin || !attribute.forAdmins()) {
            names.add(name);
          }
        });
    associations.forEach(
        (prefix, via) -> via.target().attributes(admin).forEach(name -> names.add(prefix + name)));
    return names;
  }

  /** What every list can be asked of its attributes, such as {@code eq}. */
  public static List<String> predicates() {
    return Arrays.stream(Predicate.values()).map(one -> one.suffix().substring(1)).toList();
  }

  String table() {
    return table;
  }

  /** The attribute of that name, if the caller may use it. */
  Optional<Column> column(String name, boolean admin) {
    Attribute own = attributes.get(name);
    if (own != null) {
      return own.forAdmins() && !admin
          ? Optional.empty()
          : Optional.of(new Column(table + '.' + own.column(), own.type(), null));
    }
    return associations.entrySet().stream()
        .filter(one -> name.startsWith(one.getKey()))
        .flatMap(
            one -> through(one.getValue(), name.substring(one.getKey().length()), admin).stream())
        .findFirst();
  }

  private static Optional<Column> through(Association via, String name, boolean admin) {
    return via.target()
        .column(name, admin)
        .filter(column -> column.via() == null)
        .map(column -> new Column(column.qualified(), column.type(), via));
  }

  /** Takes declarations. Every method that takes names takes those of columns. */
  public static final class Builder {

    private final String table;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Association> associations = new LinkedHashMap<>();
    private boolean forAdmins;

    private Builder(String table) {
      this.table = table;
    }

    public Builder texts(String... names) {
      return add(ValueType.TEXT, names);
    }

    public Builder integers(String... names) {
      return add(ValueType.INTEGER, names);
    }

    public Builder decimals(String... names) {
      return add(ValueType.DECIMAL, names);
    }

    public Builder times(String... names) {
      return add(ValueType.TIME, names);
    }

    public Builder uuids(String... names) {
      return add(ValueType.UNIQUE, names);
    }

    public Builder flags(String... names) {
      return add(ValueType.FLAG, names);
    }

    public Builder json(String... names) {
      return add(ValueType.JSON, names);
    }

    /** A second name of an attribute. */
    public Builder alias(String name, String declared) {
      Attribute same = attributes.get(declared);
      if (same == null) {
        throw new IllegalArgumentException("not declared: " + declared);
      }
      attributes.put(name, same);
      return this;
    }

    /** Attributes whose names begin with {@code prefix_} are those of another table. */
    public Builder through(String prefix, Association association) {
      associations.put(prefix + '_', association);
      return this;
    }

    /** What is declared from here on is for admins only. */
    public Builder forAdmins() {
      forAdmins = true;
      return this;
    }

    public Filterable build() {
      return new Filterable(this);
    }

    private Builder add(ValueType type, String... names) {
      for (String name : names) {
        attributes.put(name, new Attribute(name, type, forAdmins));
      }
      return this;
    }
  }
}
