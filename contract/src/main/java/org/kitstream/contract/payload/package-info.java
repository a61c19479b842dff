/** What kits send: the formats of payloads and how each becomes items. Pure functions. */
@NullMarked
package org.kitstream.contract.payload;

import org.jspecify.annotations.NullMarked;
