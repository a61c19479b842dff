package org.kitstream.ops.box;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds all that must outlive a restart. One box at a time may have it.
 *
 * <p>Its file {@code version} says which layout it has; a box refuses a layout newer than its own.
 */
final class DataDirectory implements AutoCloseable {

  private static final int VERSION = 1;
  private static final long LEAST_FREE_BYTES = 512L << 20;

  private final Path root;
  private final FileChannel lockChannel;

  private DataDirectory(Path root, FileChannel lockChannel) {
    this.root = root;
    this.lockChannel = lockChannel;
  }

  /**
   * Makes the directory if need be and takes it.
   *
   * @throws BoxException if another box has it, its layout is newer, its disk is full or it cannot
   *     be written
   */
  static DataDirectory open(Path root) {
    try {
      Files.createDirectories(root);
      refuseFullDisk(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new BoxException("Another box already runs on the data in " + root + ".");
      }
      checkVersion(root);
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new BoxException(
          "The data directory %s cannot be used: %s.".formatted(root, e.getMessage()), e);
    }
  }

  /** A directory inside; the part it is for makes it. */
  Path resolve(String name) {
    return root.resolve(name);
  }

  /**
   * The text of a secret that is made once and kept in a file that only its owner reads.
   *
   * @param given what to keep at the first call; random when null
   */
  String secret(String name, @Nullable String given) {
    Path file = root.resolve(name);
    try {
      if (!Files.exists(file)) {
        Path fresh = root.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
            fresh,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, given == null ? randomText() : given);
        Files.move(fresh, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new BoxException("The file %s cannot be kept: %s.".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    lockChannel.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // a box of this same JVM has it
    }
  }

  private static void refuseFullDisk(Path root) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new BoxException(
          "The disk of %s has %d MB left; a box needs at least %d MB to start."
              .formatted(root, free >> 20, LEAST_FREE_BYTES >> 20));
    }
  }

  private static void checkVersion(Path root) throws IOException {
    Path file = root.resolve("version");
    if (!Files.exists(file)) {
      Files.writeString(file, VERSION + "\n");
      return;
    }
    String text = Files.readString(file).strip();
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > VERSION) {
      throw new BoxException(
          "The data in %s has layout \"%s\", made by a newer Kitstream; this one knows up to %d."
              .formatted(root, text, VERSION));
    }
  }

  private static String randomText() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
