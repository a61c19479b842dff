/** Mails to people: what they say, and how they get out without being lost. */
@NullMarked
package org.kitstream.api.mail;

import org.jspecify.annotations.NullMarked;
