/** The settings of the api. */
@NullMarked
package org.kitstream.api.config;

import org.jspecify.annotations.NullMarked;
