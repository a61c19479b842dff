/** The HTTP conventions that all surfaces share: credentials, parameters, errors, headers. */
@NullMarked
package org.kitstream.api.surface.http;

import org.jspecify.annotations.NullMarked;
