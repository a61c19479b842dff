/** The way into Kafka: sends that never block and are settled once. */
@NullMarked
package org.kitstream.bridge.log;

import org.jspecify.annotations.NullMarked;
