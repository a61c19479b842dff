/** Tags that admins make and owners put on their devices. */
@NullMarked
package org.kitstream.api.tags;

import org.jspecify.annotations.NullMarked;
