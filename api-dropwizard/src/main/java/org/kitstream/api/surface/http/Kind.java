package org.kitstream.api.surface.http;

/** What the values of a parameter are. Whoever reads one has to read it as what it is. */
public enum Kind {
  /** Any text; a number or a flag in a JSON body is read as the text of it. */
  TEXT,
  /** ISO 8601: a date, or a date and time. */
  TIME,
  INTEGER,
  /** Several whole numbers; in a query or form as {@code name[]=1&name[]=2}. */
  INTEGERS,
  /** A finite number. */
  NUMBER,
  /** {@code true}, {@code false}, or one of the words and numbers that mean one of them. */
  FLAG,
  /** An object; in a query or form as {@code name[member]=value}. */
  OBJECT,
  /** An object of filters, see {@link FilteredBy}. */
  FILTERS
}
