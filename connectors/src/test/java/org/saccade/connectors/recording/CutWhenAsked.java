package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that another program cuts just after it was asked how long it is. */
final class CutWhenAsked extends FileChannel {
  private final FileChannel file;
  private final Path path;
  private final long left;

  /** Whether to cut at the next question. */
  boolean cut;

  CutWhenAsked(FileChannel file, Path path, long left) {
    this.file = file;
    this.path = path;
    this.left = left;
  }

  @Override
  public long size() throws IOException {
    long size = file.size();
    if (cut) {
      cut = false;
      try (FileChannel writer = FileChannel.open(path, StandardOpenOption.WRITE)) {
        writer.truncate(left);
      }
    }
    return size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return file.read(target);
  }

  @Override
  public int read(ByteBuffer target, long place) throws IOException {
    return file.read(target, place);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return file.read(targets, offset, length);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long place, long size) throws IOException {
    return file.map(mode, place, size);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel position(long place) throws IOException {
    file.position(place);
    return this;
  }

  @Override
  public long transferTo(long place, long count, WritableByteChannel target) throws IOException {
    return file.transferTo(place, count, target);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public int write(ByteBuffer source) {
    throw readOnly();
  }

  @Override
  public int write(ByteBuffer source, long place) {
    throw readOnly();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw readOnly();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long place, long count) {
    throw readOnly();
  }

  @Override
  public FileChannel truncate(long size) {
    throw readOnly();
  }

  @Override
  public void force(boolean metaData) {
    throw readOnly();
  }

  @Override
  public FileLock lock(long place, long size, boolean shared) {
    throw readOnly();
  }

  @Override
  public FileLock tryLock(long place, long size, boolean shared) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("the file is only read");
  }
}
