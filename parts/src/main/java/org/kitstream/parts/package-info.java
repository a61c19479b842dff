/**
 * The servers that Kitstream stands on, run on this machine: Kafka in this JVM, PostgreSQL and
 * InfluxDB as child processes. The one-box launcher and every module's tests use the same ones.
 */
@NullMarked
package org.kitstream.parts;

import org.jspecify.annotations.NullMarked;
