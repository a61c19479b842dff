/** What of version 1 of the Smart Citizen API clients use already: devices, to read. */
@NullMarked
package org.kitstream.api.surface.v1;

import org.jspecify.annotations.NullMarked;
