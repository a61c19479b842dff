/** Work that is done every so often, and at once when an operator asks. */
@NullMarked
package org.kitstream.api.jobs;

import org.jspecify.annotations.NullMarked;
