package org.saccade.operators.paged;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The few numbers of a model that are no array, as one page. The model tells when they {@link
 * #changed} or were {@link #forgotten}.
 */
public abstract class Fields implements Paged {
  private final String what;
  private final int version;
  private boolean changed;
  private boolean forgotten;

  /**
   * @param what they are, for messages
   * @param version of their form
   */
  protected Fields(String what, int version) {
    this.what = what;
    this.version = version;
  }

  protected abstract void write(DataOutput out) throws IOException;

  protected abstract void read(DataInput in) throws IOException;

  /** The next flush writes them. */
  public final void changed() {
    changed = true;
    forgotten = false;
  }

  /** They are as in a new model: the next flush removes their page. */
  public final void forgotten() {
    changed = true;
    forgotten = true;
  }

  @Override
  public final long bytes() {
    return 64;
  }

  @Override
  public final void restore(int number, Page page) {
    PageForm.read(what, page, version, this::read);
    changed = false;
    forgotten = false;
  }

  @Override
  public final void flush(PageSink sink) {
    if (changed && forgotten) {
      sink.remove(0);
    } else if (changed) {
      sink.put(0, PageForm.page(version, this::write));
    }
    changed = false;
  }
}
