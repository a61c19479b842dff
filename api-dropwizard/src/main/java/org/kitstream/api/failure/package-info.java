/** What a caller did wrong, as types that every surface can translate. */
@NullMarked
package org.kitstream.api.failure;

import org.jspecify.annotations.NullMarked;
