/** The HTTP of SCK 1.x, broken as it is: {@code /add} and {@code /datetime}. */
@NullMarked
package org.kitstream.api.surface.legacy;

import org.jspecify.annotations.NullMarked;
