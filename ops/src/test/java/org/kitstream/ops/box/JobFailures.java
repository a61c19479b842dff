package org.kitstream.ops.box;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What ever made a job of a box start anew, as Flink tells. */
final class JobFailures {

  private JobFailures() {}

  static List<JsonNode> of(BoxProcess box) throws Exception {
    var flink = new Rest(box.httpUrl("KITSTREAM_FLINK_PORT"), "");
    List<JsonNode> failures = new ArrayList<>();
    for (JsonNode job : flink.get("/jobs/overview").path("jobs")) {
      flink
          .get("/jobs/" + job.path("jid").textValue() + "/exceptions")
          .path("exceptionHistory")
          .path("entries")
          .forEach(failures::add);
    }
    return failures;
  }
}
