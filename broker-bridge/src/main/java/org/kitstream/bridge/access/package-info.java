/** Who may do what: the devices' tokens and the rules made of them, all in memory. */
@NullMarked
package org.kitstream.bridge.access;

import org.jspecify.annotations.NullMarked;
