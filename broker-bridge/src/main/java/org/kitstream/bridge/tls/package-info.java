/** Certificates that are renewed while the bridge runs. */
@NullMarked
package org.kitstream.bridge.tls;

import org.jspecify.annotations.NullMarked;
