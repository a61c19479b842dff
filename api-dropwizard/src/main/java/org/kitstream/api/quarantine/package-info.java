/** What the stream refused: told to the owners of the devices, and sent again when they wish. */
@NullMarked
package org.kitstream.api.quarantine;

import org.jspecify.annotations.NullMarked;
