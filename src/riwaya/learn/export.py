"""The trained reader written for ONNX Runtime: weights of matrices and embeddings as whole numbers of 8 bits."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from riwaya.deep import candidates, features
from riwaya.deep.encoding import INPUTS
from riwaya.deep.labels import HEADS
from riwaya.learn.encoder import Encoder, Links
from riwaya.learn.training import Reader

OPSET = 17


class _Sum(nn.Module):
    """An embedding bag in plain terms."""

    def __init__(self, bag: nn.Module) -> None:
        super().__init__()
        weight = bag.weight
        assert isinstance(weight, Tensor)
        self.weight = nn.Parameter(weight.detach())

    def forward(self, numbers: Tensor) -> Tensor:
        return nn.functional.embedding(numbers, self.weight).sum(-2)


def write_reader(reader: Reader, folder: Path) -> None:
    """``encoder.onnx`` and ``links.onnx`` in a folder."""
    reader = reader.eval()
    encoder, links = reader.encoder, reader.links
    for one in (encoder, links):
        one.known, one.direct = _Sum(one.known), _Sum(one.direct)
    with TemporaryDirectory() as scratch:
        _write_encoder(encoder, Path(scratch) / "encoder.onnx")
        _write_links(links, Path(scratch) / "links.onnx")
        for name in ("encoder.onnx", "links.onnx"):
            quantize_dynamic(
                Path(scratch) / name,
                folder / name,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
            )


def _write_encoder(encoder: Encoder, path: Path) -> None:
    pieces, words = torch.zeros((2, 9), dtype=torch.int64), torch.zeros((2, 5), dtype=torch.int64)
    known = torch.zeros((2, 5, len(features.NAMES)), dtype=torch.int64)
    told = (pieces, pieces, torch.ones((2, 9)), words, words, known)
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:3]} | {
        name: {0: "batch", 1: "words"} for name in INPUTS[3:]
    }
    names = ["vectors", *HEADS]
    axes |= {name: {0: "batch", 1: "words"} for name in names}
    torch.onnx.export(
        encoder, told, str(path), input_names=list(INPUTS), output_names=names, dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def _write_links(links: Links, path: Path) -> None:
    wide = links.word.in_features
    told = (torch.zeros((3, wide)), torch.zeros((3, wide)), torch.zeros((3, len(candidates.NAMES)), dtype=torch.int64))
    names = ("words", "fillers", "known")
    axes = {name: {0: "pairs"} for name in (*names, "roles")}
    torch.onnx.export(
        links, told, str(path), input_names=list(names), output_names=["roles"], dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
