/** Keeps in PostgreSQL what lists are filtered and sorted by, though the live view knows it. */
@NullMarked
package org.kitstream.api.projection;

import org.jspecify.annotations.NullMarked;
