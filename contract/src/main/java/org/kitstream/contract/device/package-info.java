/** What the parts know of a device: its profile, its latest document, its status. */
@NullMarked
package org.kitstream.contract.device;

import org.jspecify.annotations.NullMarked;
