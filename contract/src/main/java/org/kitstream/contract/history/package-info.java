/** How history is laid out in InfluxDB: the names that writer and readers share. */
@NullMarked
package org.kitstream.contract.history;

import org.jspecify.annotations.NullMarked;
