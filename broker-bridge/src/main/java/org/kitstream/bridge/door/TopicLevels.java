package org.kitstream.bridge.door;

/** The depth of topics: the broker walks them level by level, deep ones by recursion. */
final class TopicLevels {

  private TopicLevels() {}

  static boolean areMoreThan(int most, String topic) {
    int levels = 1;
    for (int slash = topic.indexOf('/'); slash >= 0; slash = topic.indexOf('/', slash + 1)) {
      if (++levels > most) {
        return true;
      }
    }
    return false;
  }
}
