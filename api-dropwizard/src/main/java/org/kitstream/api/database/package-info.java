/** PostgreSQL: migrations and what its errors mean. */
@NullMarked
package org.kitstream.api.database;

import org.jspecify.annotations.NullMarked;
