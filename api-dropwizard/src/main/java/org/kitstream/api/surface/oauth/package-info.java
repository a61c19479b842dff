/** The OAuth 2.0 server over HTTP: the page that asks a user, and the endpoints for programs. */
@NullMarked
package org.kitstream.api.surface.oauth;

import org.jspecify.annotations.NullMarked;
