/** One search over people, devices and tags. */
@NullMarked
package org.kitstream.api.search;

import org.jspecify.annotations.NullMarked;
