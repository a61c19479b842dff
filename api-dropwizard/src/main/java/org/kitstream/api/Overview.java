package org.kitstream.api;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.figures.Figures;
import org.kitstream.api.search.GlobalSearch;

/** What looks at everything there is. */
record Overview(GlobalSearch search, Figures figures) {

  static Overview of(Jdbi jdbi) {
    return new Overview(new GlobalSearch(jdbi), new Figures(jdbi));
  }
}
