package org.kitstream.api.database;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;

/** Makes any record of a row whose columns are named as its components. Thread-safe. */
final class RecordMappers implements RowMapperFactory {

  private final Map<Class<?>, RowMapper<?>> byType = new ConcurrentHashMap<>();

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    Class<?> erased = GenericTypes.getErasedType(type);
    return erased.isRecord()
        ? Optional.of(byType.computeIfAbsent(erased, RecordMapper::new))
        : Optional.empty();
  }
}
