"""The peer: SpikePoint's layers in PyTorch, one thread, over windows of random spikes.

    python spikepoint.py MODEL.safetensors ROUNDS

Prints, a line a round, seconds of processor time a window. All steps, points and members go through
a layer in one multiplication, batch norms folded into the weights; the neurons run step by step.
Sampling, neighbours and coding are not in the time, so that it is the network alone.
"""

import json
import struct
import sys
import time

import torch

torch.set_num_threads(1)


def read(path):
    with open(path, "rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
        data = file.read()
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        flat = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32)
        tensors[name] = flat.reshape(entry["shape"])
    return metadata, tensors


class Layer:
    def __init__(self, tensors, name):
        conv = name + ".conv.weight" in tensors
        kind = ".conv" if conv else ".linear"
        weight = tensors[name + kind + ".weight"].flatten(1)
        bias = tensors[name + kind + ".bias"]
        if conv:
            norm = {k: tensors[f"{name}.bn.{k}"]
                    for k in ("weight", "bias", "running_mean", "running_var")}
            scale = norm["weight"] / torch.sqrt(norm["running_var"] + 1e-5)
            weight = weight * scale[:, None]
            bias = (bias - norm["running_mean"]) * scale + norm["bias"]
        self.weight, self.bias = weight, bias
        self.kept = float(1 - torch.sigmoid(tensors[name + ".plif.w"]))

    def __call__(self, x):
        """x [T, ..., inputs]: spikes [T, ..., outputs]."""
        current = torch.nn.functional.linear(x, self.weight, self.bias)
        v = torch.zeros_like(current[0])
        for step in range(len(current)):
            v.mul_(self.kept).add_(current[step])
            spike = (v >= 1).to(v.dtype)
            v.mul_(1 - spike)
            current[step] = spike
        return current


def main():
    metadata, tensors = read(sys.argv[1])
    layers = {name: Layer(tensors, name) for name in
              {key[: -len(".plif.w")] for key in tensors if key.endswith(".plif.w")}}
    points, members, steps = (int(metadata[k]) for k in ("points", "neighbours", "steps"))

    def bottleneck(name, x):
        x = layers[name](x)
        return layers[name + ".up"](layers[name + ".down"](x)) + x

    torch.manual_seed(1)
    with torch.no_grad():
        for _ in range(int(sys.argv[2])):
            main = (torch.rand(steps, points, members, 6) < 0.5).float()
            center = (torch.rand(steps, points, 3) < 0.5).float()
            begin = time.process_time()
            x = bottleneck("local.main", main).amax(2) + bottleneck("local.center", center)
            for name in ("global.1", "global.2"):
                x = layers[name](x)
                x = layers[name + ".residual"](x) + x
            x = layers["global.3"](x).amax(1)
            layers["head.votes"](layers["head.hidden"](x)).mean(0)
            print(time.process_time() - begin)


main()
