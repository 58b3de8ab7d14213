"""Makes tiny.nwb, the smallest file with what an NWB file has: python make_tiny.py tiny.nwb (h5py)."""

import sys

import h5py
import numpy as np


def kind(node, name):
    node.attrs["neurodata_type"] = name
    return node


def text(group, name, value):
    group.create_dataset(name, data=value, dtype=h5py.string_dtype())


with h5py.File(sys.argv[1], "w") as f:
    f.attrs["nwb_version"] = "2.6.0"
    kind(f, "NWBFile")
    text(f, "session_description", "seen by Dr Secretname")
    text(f, "identifier", "SECRET-ID")
    text(f, "session_start_time", "2024-03-01T12:00:00.500000+00:00")
    text(f, "timestamps_reference_time", "2024-03-01T12:00:00.500000+00:00")
    text(f, "general/subject/subject_id", "SECRET-SUBJECT")
    table = f.create_group("general/extracellular_ephys/electrodes")
    table.create_dataset("id", data=np.arange(10, 14))
    text(table, "label", ["CA1a", "CA1b", "", "Fp1"])

    raw = kind(f.create_group("acquisition/raw"), "ElectricalSeries")
    i, c = np.mgrid[0:300, 0:3]
    data = raw.create_dataset(
        "data",
        data=((i * 7 + c * 1000) % 5000 - 2500).astype("<i2"),
        chunks=(64, 2),
        compression="gzip",
        shuffle=True,
    )
    data.attrs["conversion"] = 0.25
    data.attrs["offset"] = 2.0
    data.attrs["unit"] = "volts"
    raw["channel_conversion"] = np.array([1.0, 2.0, 0.5], dtype="f4")
    raw["starting_time"] = 1.5
    raw["starting_time"].attrs["rate"] = np.float32(487.5)
    raw["electrodes"] = np.array([1, 0, 2])

    lfp = kind(f.create_group("processing/ecephys/LFP/lfp"), "ElectricalSeries")
    lfp.create_dataset("data", data=(np.arange(100) / 8).astype(">f4"))
    lfp["data"].attrs["unit"] = "volts"
    times = 0.25 + np.arange(100) / 250
    times[40:] += 2
    lfp["timestamps"] = times
    lfp["electrodes"] = np.array([3])

    trials = kind(f.create_group("intervals/trials"), "TimeIntervals")
    trials["start_time"] = [1.75, 1.5]
    trials["stop_time"] = [2.0, 1.6]
    text(trials, "side", ["left", "right"])
    notes = kind(f.create_group("acquisition/notes"), "AnnotationSeries")
    text(notes, "data", ["a, \"b\""])
    notes["timestamps"] = [1.625]
