package org.saccade.simulators.gesture;

/**
 * A place in body coordinates, arm lengths.
 *
 * @param x to the right of the image
 * @param y down
 * @param z to the camera
 */
record Place(double x, double y, double z) {
  static final Place ORIGIN = new Place(0, 0, 0);

  Place plus(double dx, double dy, double dz) {
    return new Place(x + dx, y + dy, z + dz);
  }

  Place plus(Place other) {
    return plus(other.x, other.y, other.z);
  }

  Place minus(Place other) {
    return plus(-other.x, -other.y, -other.z);
  }

  Place times(double factor) {
    return new Place(x * factor, y * factor, z * factor);
  }

  double dot(Place other) {
    return x * other.x + y * other.y + z * other.z;
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  /** The place a share of the way to another. */
  Place towards(Place other, double share) {
    return plus(other.minus(this).times(share));
  }
}
