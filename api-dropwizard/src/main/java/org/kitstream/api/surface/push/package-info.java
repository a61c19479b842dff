/** Where kits of other platforms post to by themselves. */
@NullMarked
package org.kitstream.api.surface.push;

import org.jspecify.annotations.NullMarked;
