/** The Smart Citizen API, version 0. */
@NullMarked
package org.kitstream.api.surface.v0;

import org.jspecify.annotations.NullMarked;
