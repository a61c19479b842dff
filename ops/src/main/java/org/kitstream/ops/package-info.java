/** The commands that run Kitstream. */
@NullMarked
package org.kitstream.ops;

import org.jspecify.annotations.NullMarked;
