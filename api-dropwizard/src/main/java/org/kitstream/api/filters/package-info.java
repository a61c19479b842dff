/**
 * The language in which callers filter and sort lists: {@code name_or_description_cont}, parsed
 * against what a list allows and compiled to SQL in which every value is bound.
 */
@NullMarked
package org.kitstream.api.filters;

import org.jspecify.annotations.NullMarked;
