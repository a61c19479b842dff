/** Where messages go: the topics of Kafka and the headers of raw readings. */
@NullMarked
package org.kitstream.contract.topic;

import org.jspecify.annotations.NullMarked;
