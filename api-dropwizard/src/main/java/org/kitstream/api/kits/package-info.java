/** Blueprints of devices, the components on a board and their calibrations. */
@NullMarked
package org.kitstream.api.kits;

import org.jspecify.annotations.NullMarked;
