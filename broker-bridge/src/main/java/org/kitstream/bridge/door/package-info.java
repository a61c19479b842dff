/** What stands between a client and the broker: one handler a connection, and what they share. */
@NullMarked
package org.kitstream.bridge.door;

import org.jspecify.annotations.NullMarked;
