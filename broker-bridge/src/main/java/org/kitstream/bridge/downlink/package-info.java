/**
 * What goes out to clients: configurations to kits, processed readings to those who follow them.
 */
@NullMarked
package org.kitstream.bridge.downlink;

import org.jspecify.annotations.NullMarked;
