package org.kitstream.api.surface.http;

import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jvnet.mimepull.MIMEMessage;
import org.jvnet.mimepull.MIMEParsingException;
import org.jvnet.mimepull.MIMEPart;
import org.kitstream.api.failure.Failure;

/**
 * The file in a request: its body as it is, or the part {@code file} of a multipart body, while it
 * is still coming in.
 */
public final class MultipartFile {

  private static final String TYPE = "multipart";
  private static final String BOUNDARY = "boundary";
  private static final int MAX_PARTS = 20;
  private static final Pattern FILE = Pattern.compile("(?i)\\bname=\"?file\"?(;|\\s|$)");

  private MultipartFile() {}

  /**
   * The file's bytes, to be read once.
   *
   * @param type of the body; null when the request does not say
   * @throws Failure.BadRequest if the body is multipart and has no such part
   */
  public static InputStream of(@Nullable MediaType type, InputStream body) {
    if (type == null || !TYPE.equalsIgnoreCase(type.getType())) {
      return body;
    }
    String boundary = type.getParameters().get(BOUNDARY);
    if (boundary == null) {
      throw new Failure.BadRequest("The multipart body has no boundary");
    }
    try {
      return new Part(file(new MIMEMessage(body, boundary)).readOnce());
    } catch (MIMEParsingException | IOException e) {
      throw new Failure.BadRequest("The multipart body has no part named file");
    }
  }

  private static MIMEPart file(MIMEMessage message) throws IOException {
    for (int i = 0; i < MAX_PARTS; i++) {
      MIMEPart part = message.getPart(i);
      List<String> disposition = part.getHeader("Content-Disposition");
      if (disposition != null && disposition.stream().anyMatch(one -> FILE.matcher(one).find())) {
        return part;
      }
      part.readOnce().transferTo(OutputStream.nullOutputStream());
    }
    throw new MIMEParsingException("too many parts");
  }

  /** A part that is cut off is an input that fails, like any other. */
  private static final class Part extends FilterInputStream {

    Part(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (MIMEParsingException e) {
        throw new IOException(e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (MIMEParsingException e) {
        throw new IOException(e);
      }
    }
  }
}
