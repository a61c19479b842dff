/** The doors of HTTP: how readings get from a request into Kafka, within bounds. */
@NullMarked
package org.kitstream.api.ingest;

import org.jspecify.annotations.NullMarked;
