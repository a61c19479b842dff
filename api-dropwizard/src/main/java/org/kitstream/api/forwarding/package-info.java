/** Who may listen to which forwarded readings. */
@NullMarked
package org.kitstream.api.forwarding;

import org.jspecify.annotations.NullMarked;
