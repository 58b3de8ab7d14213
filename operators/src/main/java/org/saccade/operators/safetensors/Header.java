package org.saccade.operators.safetensors;

import java.util.List;
import java.util.Map;

/** What a file's header says. */
record Header(Map<String, String> metadata, List<Entry> entries) {

  /** A tensor: where its bytes lie, counted from the end of the header. */
  record Entry(String name, Tensor.Type type, int[] shape, long begin, long end) {}
}
