/** The REST api of Kitstream: how it is configured, wired and started. */
@NullMarked
package org.kitstream.api;

import org.jspecify.annotations.NullMarked;
