package org.kitstream.api.surface.legacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.ingest.LegacyPost;

/**
 * The request line and the headers of a kit, read as forgivingly as can be: lines end with LF or
 * CRLF, blanks stand anywhere, a line without a colon says nothing.
 *
 * @param path without query, without a slash at its end, in lower case
 * @param headers by name in lower case; of one that comes twice, the first
 */
record RequestHead(String method, String path, Map<String, String> headers) {

  static final String MAC_ADDRESS = "X-SmartCitizenMacADDR";
  static final String VERSION = "X-SmartCitizenVersion";
  static final String DATA = "X-SmartCitizenData";

  private static final String HTTP = "http://";

  /** Reads a head; any bytes are one. */
  static RequestHead parse(byte[] head) {
    Iterator<String> lines =
        new String(head, ISO_8859_1)
            .lines()
            .map(String::strip)
            .dropWhile(String::isEmpty)
            .takeWhile(line -> !line.isEmpty())
            .iterator();
    String[] request = (lines.hasNext() ? lines.next() : "").split("[ \\t]+", 3);
    Map<String, String> headers = new HashMap<>();
    while (lines.hasNext()) {
      String line = lines.next();
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return new RequestHead(request[0], request.length < 2 ? "" : path(request[1]), headers);
  }

  /** What the kit says. */
  LegacyPost post() {
    return new LegacyPost(header(MAC_ADDRESS), header(VERSION), header(DATA));
  }

  private @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  private static String path(String target) {
    String path = target.toLowerCase(Locale.ROOT);
    if (path.startsWith(HTTP)) {
      int slash = path.indexOf('/', HTTP.length());
      path = slash < 0 ? "" : path.substring(slash);
    }
    int query = path.indexOf('?');
    path = query < 0 ? path : path.substring(0, query);
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
