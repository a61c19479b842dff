/** What every device last said and whether it is heard of, in memory: no database is asked. */
@NullMarked
package org.kitstream.api.live;

import org.jspecify.annotations.NullMarked;
