/** The description of the api, made from its code. */
@NullMarked
package org.kitstream.api.surface.openapi;

import org.jspecify.annotations.NullMarked;
