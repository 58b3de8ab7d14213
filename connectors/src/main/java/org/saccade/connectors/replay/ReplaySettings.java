package org.saccade.connectors.replay;

/**
 * How a recording is replayed.
 *
 * @param topic where to
 * @param markers where trigger edges go, as markers; null: nowhere, they are counted
 * @param stream the sensor's name, and the records' key
 * @param session name of the session; null: the stream's name with the recording's start in Unix
 *     time, or with random digits where that is not known. Loops append {@code -passN}.
 * @param speed recording time over wall time, {@link Pacer#MAX}: no pace
 * @param passes how often; 0: until stopped
 * @param epoch which Unix time the packets give
 * @param limits when a packet is full
 * @param width columns of the sensor; 0: as the recording says
 * @param height rows of the sensor; 0: as the recording says
 */
public record ReplaySettings(
    String topic,
    String markers,
    String stream,
    String session,
    double speed,
    int passes,
    ReplayEpoch epoch,
    PacketLimits limits,
    int width,
    int height) {

  public ReplaySettings {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed=" + speed + " must be above 0 (or max)");
    }
    if (passes < 0) {
      throw new IllegalArgumentException("passes=" + passes + " must not be negative");
    }
  }

  /** Once, in real time, with the recording's epoch, geometry and a session of its own. */
  public static ReplaySettings of(String topic, String stream) {
    return new ReplaySettings(
        topic, null, stream, null, 1, 1, ReplayEpoch.ORIGINAL, PacketLimits.DEFAULT, 0, 0);
  }

  public ReplaySettings withMarkers(String markersTopic) {
    return new ReplaySettings(
        topic, markersTopic, stream, session, speed, passes, epoch, limits, width, height);
  }

  public ReplaySettings withSession(String name) {
    return new ReplaySettings(
        topic, markers, stream, name, speed, passes, epoch, limits, width, height);
  }

  public ReplaySettings withSpeed(double factor) {
    return new ReplaySettings(
        topic, markers, stream, session, factor, passes, epoch, limits, width, height);
  }

  public ReplaySettings withPasses(int n) {
    return new ReplaySettings(
        topic, markers, stream, session, speed, n, epoch, limits, width, height);
  }

  public ReplaySettings withEpoch(ReplayEpoch which) {
    return new ReplaySettings(
        topic, markers, stream, session, speed, passes, which, limits, width, height);
  }

  public ReplaySettings withLimits(PacketLimits full) {
    return new ReplaySettings(
        topic, markers, stream, session, speed, passes, epoch, full, width, height);
  }

  public ReplaySettings withGeometry(int columns, int rows) {
    return new ReplaySettings(
        topic, markers, stream, session, speed, passes, epoch, limits, columns, rows);
  }
}
