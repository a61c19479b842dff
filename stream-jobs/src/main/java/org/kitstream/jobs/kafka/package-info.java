/** Topics as streams: the sources and sinks of the jobs. */
@NullMarked
package org.kitstream.jobs.kafka;

import org.jspecify.annotations.NullMarked;
