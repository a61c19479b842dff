/** Slices of long lists. */
@NullMarked
package org.kitstream.api.paging;

import org.jspecify.annotations.NullMarked;
