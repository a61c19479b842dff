/** OAuth 2.0: programs that act for users, with their consent and without their passwords. */
@NullMarked
package org.kitstream.api.oauth;

import org.jspecify.annotations.NullMarked;
