/** People: who they are, what they may do, how they come in. */
@NullMarked
package org.kitstream.api.users;

import org.jspecify.annotations.NullMarked;
