"""Makes golden-*.txt and golden-small.safetensors: SpikePoint in PyTorch, given the same draws.

    pip install torch numpy safetensors
    python golden.py            writes the files beside this script
    python golden.py --single   also says where single precision differs from double

Events, weights and draws are hashes of counters (SplitMix64), so that nothing big is kept. The
network is written with Conv1d, BatchNorm1d, Linear, layer after layer over all steps and points;
the neuron is SpikingJelly's ParametricLIFNode with decay_input=False and v_reset=0.
"""

import hashlib
import pathlib
import sys

import numpy as np
import torch
from safetensors.torch import save_file

torch.set_num_threads(1)
HERE = pathlib.Path(__file__).parent
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
SAMPLING, CENTROIDS, CODE = 1, 2, 3


def at(seed, index):
    """Number `index` of the SplitMix64 generator that begins at `seed`."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.asarray(index).astype(np.uint64) * GOLDEN + GOLDEN
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def uniform(seed, count):
    return (at(seed, np.arange(count)) >> np.uint64(11)).astype(np.float64) * 2.0**-53


def events(seed, count):
    """A noisy circle drawn over 0.3 s on 34 x 34 pixels."""
    u = uniform(seed, 4 * count).reshape(count, 4)
    t = np.sort(np.floor(u[:, 0] * 300_000)).astype(np.int64)
    turn = t / 300_000
    x = np.floor(4 + 26 * np.abs(2 * turn - 1) * 0.9 + 3 * u[:, 1]).astype(np.int64)
    y = np.floor(4 + 26 * 4 * turn * (1 - turn) * 0.9 + 3 * u[:, 2]).astype(np.int64)
    return t, x, y


def sample(t, x, y, n, seed):
    total = len(t)
    if total < n:
        draws = at(seed, np.arange(n)) >> np.uint64(32)
        chosen = np.sort((draws * np.uint64(total)) >> np.uint64(32)).astype(int)
    else:
        u = uniform(seed, total)
        chosen = []
        for i in range(total):
            if len(chosen) < n and (total - i) * u[i] < n - len(chosen):
                chosen.append(i)
    t, x, y = t[chosen], x[chosen], y[chosen]
    z = (t - t[0]) / (t[-1] - t[0] + 1e-6)
    return np.stack([x / 34, y / 34, z], 1)


def farthest(points, m, seed):
    if m == len(points):
        return np.arange(m)
    nearest = np.full(len(points), np.inf)
    chosen = [int(((at(seed, 0) >> np.uint64(32)) * np.uint64(len(points))) >> np.uint64(32))]
    while len(chosen) < m:
        nearest = np.minimum(nearest, ((points - points[chosen[-1]]) ** 2).sum(1))
        chosen.append(int(np.argmax(nearest)))
    return np.sort(chosen)


def encode(points, centroids, k, steps, seed):
    """Main input [T, M, 6, K], centroid input [T, M, 3]: zeros and ones."""
    distances = ((points[None] - points[centroids][:, None]) ** 2).sum(2)
    members = np.sort(np.argsort(distances, 1, kind="stable")[:, :k], 1)
    groups = points[members]
    difference = groups - points[centroids][:, None]
    deviation = difference.std(ddof=1) + 1e-5
    minimum = np.broadcast_to(groups.min(1, keepdims=True), groups.shape)
    main = np.concatenate([np.abs(difference) / deviation, minimum], 2)
    m = len(centroids)
    step, group, member = np.meshgrid(
        np.arange(steps), np.arange(m), np.arange(k + 1), indexing="ij"
    )
    index = (step * m + group) * 2 * (k + 1) + 2 * member
    draws = []
    for half in (0, 1):
        bits = at(seed, index + half)
        for channel in range(3):
            part = (bits >> np.uint64(21 * channel)) & np.uint64((1 << 21) - 1)
            draws.append(part.astype(np.float64) / (1 << 21))
    draws = np.stack(draws, 3)
    main_spikes = draws[:, :, :k] < main[None]
    center_spikes = draws[:, :, k, :3] < points[centroids][None]
    return main_spikes.transpose(0, 1, 3, 2), center_spikes


def layers(widths, classes, votes):
    a, b, c, d = widths
    h = a // 2
    return [
        ("local.main", 6, a, True),
        ("local.main.down", a, h, True),
        ("local.main.up", h, a, True),
        ("local.center", 3, a, True),
        ("local.center.down", a, h, True),
        ("local.center.up", h, a, True),
        ("global.1", a, b, True),
        ("global.1.residual", b, b, True),
        ("global.2", b, c, True),
        ("global.2.residual", c, c, True),
        ("global.3", c, d, True),
        ("head.hidden", d, d, False),
        ("head.votes", d, votes * classes, False),
    ]


def weights(names, seed):
    """Tensor by name; tensor i takes its numbers from the generator at hash i of the seed."""
    tensors = {}

    def put(name, shape, low, high):
        numbers = uniform(at(seed, len(tensors)), int(np.prod(shape)))
        numbers = (low + (high - low) * numbers).astype(np.float32)
        tensors[name] = torch.from_numpy(numbers.reshape(shape))

    for name, i, o, normalised in names:
        bound = 2 / np.sqrt(i)
        if normalised:
            put(name + ".conv.weight", (o, i, 1), -bound, bound)
            put(name + ".conv.bias", (o,), -0.2, 0.3)
            put(name + ".bn.weight", (o,), 0.5, 1.5)
            put(name + ".bn.bias", (o,), -0.1, 0.5)
            put(name + ".bn.running_mean", (o,), -0.2, 0.2)
            put(name + ".bn.running_var", (o,), 0.5, 1.5)
        else:
            put(name + ".linear.weight", (o, i), -bound, bound)
            put(name + ".linear.bias", (o,), -0.1, 0.5)
        put(name + ".plif.w", (), -0.5, 0.5)
    return tensors


class Network:
    def __init__(self, tensors, dtype):
        self.tensors = tensors
        self.dtype = dtype
        self.trace = {}
        self.nearest = {}

    def layer(self, name, x):
        """x [T, B, C, L] or [T, B, C]: spikes of the layer."""
        t = {k[len(name) + 1 :]: v.to(self.dtype) for k, v in self.tensors.items()
             if k.startswith(name + ".") and k[len(name) + 1 :].count(".") == 1}
        steps, batch = x.shape[:2]
        flat = x.flatten(0, 1)
        if "conv.weight" in t:
            o, i, _ = t["conv.weight"].shape
            conv = torch.nn.Conv1d(i, o, 1).to(self.dtype)
            norm = torch.nn.BatchNorm1d(o).to(self.dtype)
            conv.weight.data, conv.bias.data = t["conv.weight"], t["conv.bias"]
            norm.weight.data, norm.bias.data = t["bn.weight"], t["bn.bias"]
            norm.running_mean, norm.running_var = t["bn.running_mean"], t["bn.running_var"]
            norm.eval()
            wide = flat if flat.dim() == 3 else flat[:, :, None]
            y = norm(conv(wide))
            y = y if flat.dim() == 3 else y[:, :, 0]
        else:
            y = torch.nn.functional.linear(flat, t["linear.weight"], t["linear.bias"])
        y = y.unflatten(0, (steps, batch))
        v = torch.zeros_like(y[0])
        spikes = []
        nearest = np.inf
        for step in range(steps):
            v = v - v * t["plif.w"].sigmoid() + y[step]
            nearest = min(nearest, float((v - 1).abs().min()))
            spike = (v >= 1).to(self.dtype)
            v = (1 - spike) * v
            spikes.append(spike)
        self.nearest[name] = nearest
        out = torch.stack(spikes)
        self.trace[name] = out
        return out

    def bottleneck(self, name, x):
        return self.layer(name + ".up", self.layer(name + ".down", x)) + x

    def __call__(self, main, center):
        main = torch.from_numpy(main).to(self.dtype)
        center = torch.from_numpy(center).to(self.dtype)
        m = self.bottleneck("local.main", self.layer("local.main", main)).amax(3)
        c = self.bottleneck("local.center", self.layer("local.center", center))
        x = m + c
        self.trace["sum"] = x
        # Points are the length of the convs: [T, 1, C, M].
        x = x.transpose(1, 2)[:, None]
        for name in ("global.1", "global.2"):
            x = self.layer(name, x)
            x = self.layer(name + ".residual", x) + x
        x = self.layer("global.3", x).amax(3)
        self.trace["top"] = x[:, 0]
        return self.layer("head.votes", self.layer("head.hidden", x))[:, 0]


def digits(trace):
    """[T, M, C] or [T, 1, C, M] as digits, step by step, point by point, channel by channel."""
    if trace.dim() == 4 and trace.shape[1] == 1:
        trace = trace[:, 0].transpose(1, 2)
    return "".join(str(int(v)) for v in trace.flatten())


def case(name, count, n, m, k, steps, widths, classes, votes, single):
    t, x, y = events(11, count)
    seed = 77
    points = sample(t, x, y, n, at(seed, SAMPLING))
    centroids = farthest(points, m, at(seed, CENTROIDS))
    main, center = encode(points, centroids, k, steps, at(seed, CODE))
    names = layers(widths, classes, votes)
    tensors = weights(names, 5)
    network = Network(tensors, torch.float64)
    with torch.no_grad():
        votes_spikes = network(main, center)
    scores = votes_spikes.reshape(steps, classes, votes).mean((0, 2))
    lines = [f"events {count}", f"points {n}", f"centroids {m}", f"neighbours {k}",
             f"steps {steps}", f"widths {','.join(map(str, widths))}", f"classes {classes}",
             f"votes {votes}", f"scores {' '.join(repr(float(s)) for s in scores)}"]
    if name == "small":
        lines.append("local.main.sum " + digits(network.trace["sum"]))
        for layer in names[3:11]:
            lines.append(layer[0] + " " + digits(network.trace[layer[0]]))
        metadata = {
            "format": "spikepoint-1", "points": str(n), "centroids": str(m),
            "neighbours": str(k), "steps": str(steps), "widths": ",".join(map(str, widths)),
            "votes": str(votes), "reset": "hard",
            "labels": "\n".join(f"class {c}" for c in range(classes)), "temperature": "0.1",
            "window": "300000,300000,0,1", "crop": "0,0,34,34", "polarity": "both"}
        save_file(tensors, HERE / "golden-small.safetensors", metadata)
    top = digits(network.trace["top"])
    lines.append("input " + str(int(main.sum()) + int(center.sum())))
    lines.append("top " + hashlib.sha256(top.encode()).hexdigest())
    (HERE / f"golden-{name}.txt").write_text("\n".join(lines) + "\n")
    rates = {k: round(float(v.mean()), 3) for k, v in network.trace.items()}
    print(name, rates, scores.tolist(), "nearest", min(network.nearest.values()))
    if single:
        other = Network(tensors, torch.float32)
        with torch.no_grad():
            found = other(main, center).reshape(steps, classes, votes).mean((0, 2))
        for layer in names:
            different = int((network.trace[layer[0]] != other.trace[layer[0]]).sum())
            print("  single", layer[0], different, "of", network.trace[layer[0]].numel())
        print("  scores differ by", float((found - scores).abs().max()))


if __name__ == "__main__":
    single = "--single" in sys.argv
    case("small", 90, 14, 9, 4, 6, (4, 5, 6, 8), 3, 2, single)
    case("few", 20, 32, 32, 6, 5, (8, 12, 16, 24), 4, 3, single)
    case("narrow", 3000, 256, 256, 24, 16, (32, 64, 128, 256), 10, 10, single)
