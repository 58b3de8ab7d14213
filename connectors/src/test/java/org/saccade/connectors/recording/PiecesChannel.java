package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.IntSupplier;

/** Bytes as a file that gives at most so many a read as the supplier says. */
final class PiecesChannel extends FileChannel {
  private final byte[] bytes;
  private final IntSupplier piece;
  private long position;

  PiecesChannel(byte[] bytes, IntSupplier piece) {
    this.bytes = bytes;
    this.piece = piece;
  }

  @Override
  public int read(ByteBuffer target) {
    int n = read(target, position);
    position += Math.max(0, n);
    return n;
  }

  @Override
  public int read(ByteBuffer target, long at) {
    if (at >= bytes.length) {
      return -1;
    }
    int n = (int) Math.min(Math.min(target.remaining(), piece.getAsInt()), bytes.length - at);
    target.put(bytes, (int) at, n);
    return n;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    return read(targets[offset]);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long at) {
    position = at;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer source, long at) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metaData) {}

  @Override
  public long transferTo(long at, long count, WritableByteChannel target) throws IOException {
    ByteBuffer part = ByteBuffer.wrap(bytes, (int) at, (int) Math.min(count, bytes.length - at));
    return target.write(part);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long at, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long at, long size) {
    throw new UnsupportedOperationException("map");
  }

  @Override
  public FileLock lock(long at, long size, boolean shared) {
    throw new UnsupportedOperationException("lock");
  }

  @Override
  public FileLock tryLock(long at, long size, boolean shared) {
    throw new UnsupportedOperationException("lock");
  }

  @Override
  protected void implCloseChannel() {}
}
