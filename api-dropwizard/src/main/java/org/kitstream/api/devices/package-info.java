/** Devices: what is known of them, who may see and change them, and what the stream is told. */
@NullMarked
package org.kitstream.api.devices;

import org.jspecify.annotations.NullMarked;
