#!/usr/bin/python3
"""Writes the golden files of the parity tests from short references in numpy, scikit-learn and Pillow.

usage: golden.py ../resources/opsis/fusion     (needs Debian's python3-numpy, python3-sklearn, python3-pil)
"""
import json
import math
import pathlib
import struct
import sys

import numpy as np

OUT = pathlib.Path(sys.argv[1])
RANDOM = np.random.default_rng(7)


def safetensors(path, tensors):
    """The format as its documentation has it: header length, JSON header, bytes."""
    header, blob = {}, b""
    for name, tensor in tensors.items():
        data = tensor.astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(blob), len(blob) + len(data)]}
        blob += data
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + blob)


# BERT, as Hugging Face's modeling_bert.py computes it.

def layer_norm(x, w, b):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * w + b


def linear(x, t, name):
    return x @ t[name + ".weight"].T + t[name + ".bias"]


def gelu(x):
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def bert(ids, mask, t, layers, heads):
    b, s = ids.shape
    p = "text.embeddings."
    x = t[p + "word_embeddings.weight"][ids] + t[p + "position_embeddings.weight"][:s] + t[p + "token_type_embeddings.weight"][0]
    x = layer_norm(x, t[p + "LayerNorm.weight"], t[p + "LayerNorm.bias"])
    d = x.shape[-1] // heads
    for i in range(layers):
        n = f"text.encoder.layer.{i}."
        q, k, v = (linear(x, t, n + "attention.self." + w).reshape(b, s, heads, d).transpose(0, 2, 1, 3) for w in ("query", "key", "value"))
        scores = q @ k.transpose(0, 1, 3, 2) / math.sqrt(d) + (1 - mask[:, None, None, :]) * -1e9
        context = (softmax(scores) @ v).transpose(0, 2, 1, 3).reshape(b, s, -1)
        a = layer_norm(linear(context, t, n + "attention.output.dense") + x,
                       t[n + "attention.output.LayerNorm.weight"], t[n + "attention.output.LayerNorm.bias"])
        f = linear(gelu(linear(a, t, n + "intermediate.dense")), t, n + "output.dense")
        x = layer_norm(f + a, t[n + "output.LayerNorm.weight"], t[n + "output.LayerNorm.bias"])
    return x, np.tanh(linear(x[:, 0], t, "text.pooler.dense"))


def bert_golden():
    vocabulary, hidden, layers, heads, wide, positions = 20, 8, 2, 2, 16, 12
    t = {}

    def table(name, *shape):
        t[name] = RANDOM.normal(0, 0.4, shape).astype("f4").astype("f8")

    def dense(name, i, o):
        table(name + ".weight", o, i)
        table(name + ".bias", o)

    table("text.embeddings.word_embeddings.weight", vocabulary, hidden)
    table("text.embeddings.position_embeddings.weight", positions, hidden)
    table("text.embeddings.token_type_embeddings.weight", 2, hidden)
    table("text.embeddings.LayerNorm.weight", hidden)
    table("text.embeddings.LayerNorm.bias", hidden)
    for i in range(layers):
        n = f"text.encoder.layer.{i}."
        for w in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            dense(n + w, hidden, hidden)
        dense(n + "intermediate.dense", hidden, wide)
        dense(n + "output.dense", wide, hidden)
        for w in ("attention.output.LayerNorm", "output.LayerNorm"):
            table(n + w + ".weight", hidden)
            table(n + w + ".bias", hidden)
    dense("text.pooler.dense", hidden, hidden)
    ids = np.array([[2, 7, 9, 11, 3], [2, 15, 3, 0, 0]])
    mask = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]], dtype="f8")
    x, pooled = bert(ids, mask, t, layers, heads)
    safetensors(OUT / "bert.safetensors", t)
    return {"ids": ids.tolist(), "mask": mask.tolist(), "first_text_tokens": x[0].tolist(), "pooled": pooled.tolist()}


# ResNet-18, as torchvision's resnet.py computes it in evaluation.

def convolve(x, w, stride, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k = w.shape[2]
    size = (x.shape[2] - k) // stride + 1
    out = np.zeros((x.shape[0], w.shape[0], size, size))
    for i in range(size):
        for j in range(size):
            patch = x[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            out[:, :, i, j] = np.tensordot(patch, w, axes=([1, 2, 3], [1, 2, 3]))
    return out


def batch_norm(x, t, n):
    def row(v):
        return t[n + v][None, :, None, None]
    return (x - row(".running_mean")) / np.sqrt(row(".running_var") + 1e-5) * row(".weight") + row(".bias")


def max_pool(x):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), constant_values=-np.inf)
    size = (x.shape[2] - 3) // 2 + 1
    return np.stack([np.stack([x[:, :, 2 * i:2 * i + 3, 2 * j:2 * j + 3].max((2, 3)) for j in range(size)], -1) for i in range(size)], -2)


def resnet(x, t):
    relu = lambda v: np.maximum(v, 0)
    x = max_pool(relu(batch_norm(convolve(x, t["image.conv1.weight"], 2, 3), t, "image.bn1")))
    for stage in range(4):
        for block in range(2):
            n = f"image.layer{stage + 1}.{block}."
            stride = 2 if block == 0 and stage > 0 else 1
            y = relu(batch_norm(convolve(x, t[n + "conv1.weight"], stride, 1), t, n + "bn1"))
            y = batch_norm(convolve(y, t[n + "conv2.weight"], 1, 1), t, n + "bn2")
            if stride == 2:
                x = batch_norm(convolve(x, t[n + "downsample.0.weight"], 2, 0), t, n + "downsample.1")
            x = relu(x + y)
    return x.mean((2, 3))


def resnet_golden():
    width, t = 2, {}

    def conv(name, o, i, k):
        t[name + ".weight"] = RANDOM.normal(0, 0.3, (o, i, k, k)).astype("f4").astype("f8")

    def norm(name, c):
        for part, low, high in ((".weight", 0.5, 1.5), (".bias", -0.5, 0.5), (".running_mean", -0.5, 0.5), (".running_var", 0.5, 2)):
            t[name + part] = RANDOM.uniform(low, high, c).astype("f4").astype("f8")

    conv("image.conv1", width, 3, 7)
    norm("image.bn1", width)
    last = width
    for stage in range(4):
        c = width << stage
        for block in range(2):
            n = f"image.layer{stage + 1}.{block}."
            conv(n + "conv1", c, last, 3)
            norm(n + "bn1", c)
            conv(n + "conv2", c, c, 3)
            norm(n + "bn2", c)
            if c != last:
                conv(n + "downsample.0", c, last, 1)
                norm(n + "downsample.1", c)
            last = c
    x = RANDOM.normal(0, 1, (2, 3, 32, 32)).astype("f4").astype("f8")
    safetensors(OUT / "resnet.safetensors", t | {"input": x})
    return {"vectors": resnet(x, t).tolist()}


def metrics_golden():
    from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_score, recall_score, roc_auc_score
    rows = []
    for n, levels in ((40, 1000), (60, 4), (25, 2)):
        labels = RANDOM.integers(0, 2, n)
        p = np.clip(np.round((labels * 0.3 + RANDOM.uniform(0, 0.7, n)) * levels) / levels, 0, 1)
        said = (p >= 0.5).astype(int)
        rows.append({"labels": labels.tolist(), "probabilities": p.tolist(), "accuracy": accuracy_score(labels, said),
                     "precision": precision_score(labels, said), "recall": recall_score(labels, said), "f1": f1_score(labels, said),
                     "macro_f1": f1_score(labels, said, average="macro"), "roc_auc": roc_auc_score(labels, p),
                     "confusion": confusion_matrix(labels, said).ravel().tolist()})
    return rows


def scaling_golden():
    from PIL import Image
    pixels = RANDOM.integers(0, 256, (50, 37, 3)).astype("u1")
    scaled = np.asarray(Image.fromarray(pixels).resize((32, 32), Image.BILINEAR))
    return {"pixels": pixels.tolist(), "scaled": scaled.transpose(2, 0, 1).ravel().tolist()}


for file, golden in (("bert.json", bert_golden()), ("resnet.json", resnet_golden()), ("metrics.json", metrics_golden())):
    (OUT / file).write_text(json.dumps(golden) + "\n")
(OUT / "scaling.json").write_text(json.dumps(scaling_golden()) + "\n")
