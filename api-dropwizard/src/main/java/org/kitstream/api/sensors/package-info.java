/** What can be measured, and by which sensor. */
@NullMarked
package org.kitstream.api.sensors;

import org.jspecify.annotations.NullMarked;
