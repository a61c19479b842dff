/** Records for Kafka that commit together with the change they tell of. */
@NullMarked
package org.kitstream.api.outbox;

import org.jspecify.annotations.NullMarked;
