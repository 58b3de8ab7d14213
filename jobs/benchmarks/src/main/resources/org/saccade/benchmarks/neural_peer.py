"""64 channels at 1 kHz through SciPy as a stream: chunks, carried filter state, one thread.

Reads float64 [channel][sample] from the file named first; prints seconds of recording a second of
processor time of cleaning, and of cleaning and features.
"""

import sys
import time

import numpy
from scipy import signal

CHANNELS, RATE, CHUNK = 64, 1000, 100
BANDS = [(1, 4), (4, 8), (8, 13), (13, 30), (30, 45)]

x = numpy.fromfile(sys.argv[1], dtype="<f8").reshape(CHANNELS, -1)
sos = numpy.vstack(
    [
        signal.butter(2, 0.5, "highpass", fs=RATE, output="sos"),
        signal.tf2sos(*signal.iirnotch(50, 30, fs=RATE)),
        signal.tf2sos(*signal.iirnotch(60, 30, fs=RATE)),
    ]
)


def run(features):
    zi = signal.sosfilt_zi(sos)[:, None, :] * x[None, :, :1]
    ring = numpy.zeros((CHANNELS, 2 * RATE))
    total = 0.0
    start = time.process_time()
    for chunk, at in enumerate(range(0, x.shape[1] - CHUNK + 1, CHUNK)):
        y, zi = signal.sosfilt(sos, x[:, at : at + CHUNK], axis=1, zi=zi)
        y -= y.mean(axis=0)
        if features:
            ring = numpy.concatenate([ring[:, CHUNK:], y], axis=1)
            done = at + CHUNK
            if done >= 2 * RATE and done % RATE == 0:
                f, p = signal.welch(ring, RATE, "hann", RATE, RATE // 2, axis=1)
                for low, high in BANDS:
                    band = p[:, (f >= low) & (f < high)].sum(axis=1)
                    total += (10 * numpy.log10(band)).mean()
    return x.shape[1] / RATE / (time.process_time() - start), total


run(True)
cleaning = max(run(False)[0] for _ in range(3))
both, total = max(run(True) for _ in range(3))
print(cleaning, both, total)
