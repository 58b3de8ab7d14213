package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A file as a channel to read from, its bytes taken where the kernel's cache holds them: one copy
 * where a read makes two, which is a third of the time to read a file.
 *
 * <p>It gives what {@link FileChannel#read} gives, also of a file that becomes longer, or shorter,
 * meanwhile. A window of the file is mapped at a time. Behind the end of a file that became shorter
 * it shows zeros or fails, so the size is asked for before each copy and after it, and such bytes
 * are read anew. Of a file cut between the first question and the end of its copy, some
 * microseconds, a page is touched that is no more. The virtual machine throws an {@link
 * InternalError} for it, not at once but where the thread next enters it; so it is entered behind
 * each copy, and the bytes are read anew. (In a call of the channel the error would leave the
 * channel unable to close.)
 */
final class MappedFile implements SeekableByteChannel {
  private static final long WINDOW_BYTES = 1L << 26;

  /** An array of so many arrays is made by the virtual machine, not by compiled code. */
  private static final int ARRAYS = 8;

  private final FileChannel file;

  /** Bytes of the file from {@link #start} on; null before the first. */
  private MappedByteBuffer window;

  private long start;
  private long position;
  private byte[][] entered;

  /**
   * @param file open, of a regular file; closed with this channel
   */
  MappedFile(FileChannel file) throws IOException {
    this.file = file;
    position = file.position();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int at = target.position();
    long place = position;
    boolean copied;
    try {
      copied = copy(target);
    } catch (InternalError e) {
      copied = false; // a page that is no more
    }
    return copied ? target.position() - at : readAnew(target.position(at), place);
  }

  /** Copies from the window; false where the file ends before what was copied. */
  private boolean copy(ByteBuffer target) throws IOException {
    if (!inWindow(position) && !moveWindow()) {
      return false;
    }
    int from = (int) (position - start);
    int n = Math.min(target.remaining(), window.capacity() - from);
    if (file.size() < position + n) {
      return false;
    }
    target.put(window.limit(from + n).position(from));
    entered = new byte[ARRAYS][1];
    position += n;
    return file.size() >= position;
  }

  private int readAnew(ByteBuffer target, long place) throws IOException {
    window = null;
    int n = file.read(target, place);
    position = place + Math.max(0, n);
    return n;
  }

  private boolean inWindow(long place) {
    return window != null && place >= start && place < start + window.capacity();
  }

  /** Maps what lies at the position; false where the file has nothing there. */
  private boolean moveWindow() throws IOException {
    long bytes = Math.min(WINDOW_BYTES, file.size() - position);
    if (bytes <= 0) {
      return false;
    }
    window = file.map(FileChannel.MapMode.READ_ONLY, position, bytes);
    start = position;
    return true;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    if (newPosition < 0) {
      throw new IllegalArgumentException("position=" + newPosition + " must not be negative");
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException("a recording is only read");
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("a recording is only read");
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    window = null;
    file.close();
  }
}
