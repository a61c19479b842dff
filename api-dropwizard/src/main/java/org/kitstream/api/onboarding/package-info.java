/** Setting up a kit before it belongs to anybody. */
@NullMarked
package org.kitstream.api.onboarding;

import org.jspecify.annotations.NullMarked;
