package org.saccade.operators.paged;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fields to the bytes of a page and back. */
public final class PageForm {
  /** Writes the fields of a page. */
  public interface Writer {
    void write(DataOutput out) throws IOException;
  }

  /** Reads the fields of a page. */
  public interface Reader {
    void read(DataInput in) throws IOException;
  }

  private PageForm() {}

  /** A page of the fields that the writer writes. */
  public static Page page(int version, Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      writer.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(version, bytes.toByteArray());
  }

  /**
   * Reads a page's fields.
   *
   * @param newest this release's version; the one before it is read too
   * @throws IllegalArgumentException if the page has another version or ends too early
   */
  public static void read(String what, Page page, int newest, Reader reader) {
    if (page.version() > newest || page.version() < Math.max(1, newest - 1)) {
      throw new IllegalArgumentException(
          what
              + " of version "
              + page.version()
              + " in state: this release reads "
              + Math.max(1, newest - 1)
              + " to "
              + newest
              + "; restore it with the release between");
    }
    try {
      reader.read(new DataInputStream(new ByteArrayInputStream(page.bytes())));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          what + " of " + page.bytes().length + " bytes ends too early: " + e.getMessage(), e);
    }
  }
}
