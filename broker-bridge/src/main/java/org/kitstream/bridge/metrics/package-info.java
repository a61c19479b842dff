/** What a bridge counts. */
@NullMarked
package org.kitstream.bridge.metrics;

import org.jspecify.annotations.NullMarked;
