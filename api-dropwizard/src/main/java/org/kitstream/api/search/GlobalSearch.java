package org.kitstream.api.search;

import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/**
 * Finds people, devices and tags by the beginnings of words, without regard to accents.
 * Thread-safe.
 */
public final class GlobalSearch {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final int MOST_WORDS = 20;
  private static final int MOST_TAGS = 5;

  /** In characters. Nothing has a longer word, and PostgreSQL refuses to look for one. */
  private static final int LONGEST_WORD = 255;

  private final Jdbi jdbi;

  public GlobalSearch(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What has all of the words, as far as the caller may know of it; nothing if there is no word.
   */
  public Paged<Hit> find(Caller caller, String text, Page page) {
    List<String> words =
        BETWEEN_WORDS.splitAsStream(text).filter(w -> !w.isEmpty()).limit(MOST_WORDS).toList();
    if (words.isEmpty() || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
      return new Paged<>(List.of(), page, 0);
    }
    boolean all = caller.hasRole(Role.ADMIN);
    Long callerId = caller.userId().orElse(null);
    return jdbi.withExtension(
        SearchDao.class,
        dao ->
            new Paged<>(
                dao.find(words, MOST_TAGS, all, callerId, page),
                page,
                dao.count(words, MOST_TAGS, all, callerId)));
  }
}
