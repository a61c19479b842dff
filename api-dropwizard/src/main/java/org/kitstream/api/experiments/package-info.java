/** Experiments: devices that are looked at together, for some time. */
@NullMarked
package org.kitstream.api.experiments;

import org.jspecify.annotations.NullMarked;
