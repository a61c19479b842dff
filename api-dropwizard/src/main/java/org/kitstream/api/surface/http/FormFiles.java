package org.kitstream.api.surface.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jvnet.mimepull.MIMEConfig;
import org.jvnet.mimepull.MIMEMessage;
import org.jvnet.mimepull.MIMEParsingException;
import org.jvnet.mimepull.MIMEPart;
import org.kitstream.api.failure.Failure;

/**
 * Reads the multipart forms of methods that take them: files by name, everything else as
 * parameters. They are read whole, within the bound of every other form; large files have {@link
 * MultipartFile}.
 */
@TakesFiles
@Priority(Priorities.USER)
public final class FormFiles implements ContainerRequestFilter {

  private static final String PROPERTY = "org.kitstream.files";
  private static final int MAX_PARTS = 100;
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"?([^\";]*)");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)[;\\s]filename\\*?=\"?([^\";]*)");

  private final int maxBodyBytes;

  public FormFiles(int maxBodyBytes) {
    this.maxBodyBytes = maxBodyBytes;
  }

  /** The file of that name in the form, if the request has one. */
  @SuppressWarnings("unchecked") // nobody else sets the property
  public static Optional<byte[]> find(ContainerRequestContext request, String name) {
    Object read = request.getProperty(PROPERTY);
    return read == null
        ? Optional.empty()
        : Optional.ofNullable(((Map<String, byte[]>) read).get(name));
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (type != null && type.getType().equalsIgnoreCase("multipart")) {
      byte[] body = ParametersReader.body(request, maxBodyBytes);
      Map<String, byte[]> files = new HashMap<>();
      request.setProperty(PROPERTY, files);
      try (MIMEMessage form = form(type, body)) {
        for (MIMEPart part : parts(form)) {
          read(part, request, files);
        }
      } catch (MIMEParsingException e) {
        throw new Failure.BadRequest("The multipart body cannot be read");
      }
    }
  }

  private static MIMEMessage form(MediaType type, byte[] body) {
    String boundary = type.getParameters().get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw new Failure.BadRequest("The multipart body has no boundary");
    }
    MIMEConfig inMemory = new MIMEConfig();
    inMemory.setMemoryThreshold(-1);
    return new MIMEMessage(new ByteArrayInputStream(body), boundary, inMemory);
  }

  private static List<MIMEPart> parts(MIMEMessage form) {
    List<MIMEPart> parts = form.getAttachments();
    if (parts.size() > MAX_PARTS) {
      throw new Failure.BadRequest("The multipart body has more than 100 parts");
    }
    return parts;
  }

  /** A file without a name is what browsers send when none was chosen. */
  private static void read(
      MIMEPart part, ContainerRequestContext request, Map<String, byte[]> files)
      throws IOException {
    String name = disposition(part, NAME);
    String fileName = disposition(part, FILE_NAME);
    if (name == null || (fileName != null && fileName.isBlank())) {
      return;
    }
    byte[] content = part.readOnce().readAllBytes();
    if (fileName == null) {
      ParametersReader.add(request, name, new String(content, StandardCharsets.UTF_8));
    } else {
      files.put(name, content);
    }
  }

  private static @Nullable String disposition(MIMEPart part, Pattern wanted) {
    List<String> headers = part.getHeader("Content-Disposition");
    Matcher matcher = wanted.matcher(headers == null ? "" : String.join(";", headers));
    return matcher.find() ? matcher.group(1) : null;
  }
}
