/** What kits report of themselves: that they are there, their hardware, tests and errors. */
@NullMarked
package org.kitstream.api.events;

import org.jspecify.annotations.NullMarked;
