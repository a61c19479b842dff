/** Whether this node can serve. */
@NullMarked
package org.kitstream.api.health;

import org.jspecify.annotations.NullMarked;
