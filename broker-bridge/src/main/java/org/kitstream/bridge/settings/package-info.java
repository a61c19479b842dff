/** How a bridge is set up. */
@NullMarked
package org.kitstream.bridge.settings;

import org.jspecify.annotations.NullMarked;
