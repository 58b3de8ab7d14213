package org.saccade.jobs.config;

/** The commented reference file {@code deploy/saccade.yaml}, made from the settings. */
public final class ReferenceFile {
  private static final int WIDTH = 96;

  private ReferenceFile() {}

  /** The whole file: every key with its default, its meaning above it. */
  public static String render() {
    StringBuilder text = new StringBuilder();
    comment(
        text,
        "Configuration of Saccade's jobs: every key with its default. Each can also be set by"
            + " --set key=value, or by an environment variable: stream.reorder.packets by"
            + " SACCADE_STREAM_REORDER_PACKETS.");
    comment(
        text,
        "Passed through: kafka.properties.* to Kafka's clients (kafka.properties.security.protocol:"
            + " SASL_SSL), flink.* to Flink (flink.taskmanager.memory.managed.size: 1g).");
    for (Setting<?> setting : Settings.all()) {
      text.append('\n');
      comment(text, setting.doc());
      if (!setting.type().equals("text")) {
        comment(text, "(" + setting.type() + ")");
      }
      String value = setting.defaultText();
      text.append(setting.key()).append(": ");
      text.append(value.isEmpty() ? "\"\"" : value).append('\n');
    }
    return text.toString();
  }

  private static void comment(StringBuilder text, String sentences) {
    int column = 0;
    for (String word : sentences.split(" ")) {
      if (column == 0 || column + word.length() + 1 > WIDTH) {
        text.append(column == 0 ? "#" : "\n#");
        column = 1;
      }
      text.append(' ').append(word);
      column += word.length() + 1;
    }
    text.append('\n');
  }

  /** Prints it. */
  public static void main(String[] args) {
    System.out.print(render());
  }
}
