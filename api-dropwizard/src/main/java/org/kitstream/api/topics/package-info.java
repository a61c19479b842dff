/** Working through a topic, shared among all nodes of the api. */
@NullMarked
package org.kitstream.api.topics;

import org.jspecify.annotations.NullMarked;
