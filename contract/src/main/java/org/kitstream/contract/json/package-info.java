/** The JSON of the topics. */
@NullMarked
package org.kitstream.contract.json;

import org.jspecify.annotations.NullMarked;
