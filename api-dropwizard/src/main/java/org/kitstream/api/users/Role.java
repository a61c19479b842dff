package org.kitstream.api.users;

import java.util.Locale;

/** What a user may do beyond their own things, in ascending order. */
public enum Role {
  CITIZEN,
  RESEARCHER,
  ADMIN;

  private static final int FIRST_RESEARCHER = 2;
  private static final int FIRST_ADMIN = 5;

  /** The role of a mask: 0 and 1 are citizens, 2 to 4 researchers, from 5 on admins. */
  static Role ofMask(int mask) {
    if (mask >= FIRST_ADMIN) {
      return ADMIN;
    }
    return mask >= FIRST_RESEARCHER ? RESEARCHER : CITIZEN;
  }

  /** The name in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
