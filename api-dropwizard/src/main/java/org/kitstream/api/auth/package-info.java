/** Secrets: passwords and access tokens, of which only hashes are stored. */
@NullMarked
package org.kitstream.api.auth;

import org.jspecify.annotations.NullMarked;
