/** How many there are of everything. */
@NullMarked
package org.kitstream.api.figures;

import org.jspecify.annotations.NullMarked;
