/** What every job shares: how it is configured and the environment it runs in. */
@NullMarked
package org.kitstream.jobs.environment;

import org.jspecify.annotations.NullMarked;
