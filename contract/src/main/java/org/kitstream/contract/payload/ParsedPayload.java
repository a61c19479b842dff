package org.kitstream.contract.payload;

import java.util.List;
import org.kitstream.contract.reading.Refusal;

/**
 * What a payload holds: the items that can be read, and a refusal for each part that cannot. One
 * bad part never harms its neighbours. Nothing in either list: the payload was empty.
 */
public record ParsedPayload(List<PostedItem> items, List<Refusal> refusals) {

  static ParsedPayload refused(Refusal.Reason reason, String sentence) {
    return new ParsedPayload(List.of(), List.of(new Refusal(reason, sentence, null)));
  }
}
