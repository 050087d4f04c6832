"""The model of sections: the weights, and the probability they give to each section of an article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from seoaudit.structure.cohesion import Floats
from seoaudit.structure.seg_features import CONCENTRATION, Evidence
from seoaudit.structure.seg_kind import kind_features
from seoaudit.structure.seg_posterior import section_chances

# The price of a break at which a given number of sections is expected is found by bisection, to this many sections.
_BISECTIONS = 14
_NEAR_ENOUGH = 0.1
_DEAREST = 20.0
# A kind of text less probable than this is left out.
_NEGLIGIBLE = 0.01


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one kind of text, in nats per unit of each feature of `seg_features`.

    Attributes:
        gaps: of the features of a break.
        sections: of the features of a section.
    """

    gaps: Mapping[str, float]
    sections: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted model.

    Attributes:
        article: weights for a text on one subject.
        joined: weights for a text that joins several.
        kind: weights of `seg_kind.kind_features`: their sum is the log odds of a joined text.
    """

    article: Weights
    joined: Weights
    kind: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scored:
    """An article under the model.

    Attributes:
        gaps: nats for a break before each unit, for each kind of text.
        sections: nats by (end, length), for each kind of text.
        kinds: the probability of each kind.
        allowed: whether a section may begin at each unit.
    """

    gaps: tuple[Floats, Floats]
    sections: tuple[Floats, Floats]
    kinds: tuple[float, float]
    allowed: NDArray[np.bool_]

    def chances(self, penalty: Floats | float = 0.0, price: float = 0.0) -> Floats:
        """Return the probability of each section by (end, length).

        Args:
            penalty: nats taken from each section.
            price: nats taken from each break.
        """
        return np.asarray(
            sum(
                kind * section_chances(g - price, s - penalty, self.allowed)
                for kind, g, s in zip(self.kinds, self.gaps, self.sections, strict=True)
                if kind
            )
        )

    def chances_of(self, number: int, penalty: Floats | float = 0.0) -> Floats:
        """Return the probability of each section where breaks are priced so that `number` sections are expected."""
        low, high = -_DEAREST, _DEAREST
        for _ in range(_BISECTIONS):
            price = (low + high) / 2
            chances = self.chances(penalty, price)
            surplus = float(chances.sum()) - number
            if abs(surplus) < _NEAR_ENOUGH:
                break
            low, high = (price, high) if surplus > 0 else (low, price)
        return chances


@cache
def load_model() -> Model:
    """Return the weights in `segmentation_weights.json`."""
    raw = json.loads(files("seoaudit.structure").joinpath("segmentation_weights.json").read_text(encoding="utf-8"))
    return Model(Weights(**raw["article"]), Weights(**raw["joined"]), raw["kind"])


def score(evidence: Evidence, allowed: NDArray[np.bool_], model: Model) -> Scored:
    """Return an article under the model."""
    features = kind_features(evidence.counts, evidence.cohesion, CONCENTRATION)
    odds = sum(model.kind[name] * value for name, value in features.items())
    joined = float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))
    joined = 0.0 if joined < _NEGLIGIBLE else 1.0 if joined > 1 - _NEGLIGIBLE else joined
    both = (model.article, model.joined)
    return Scored(
        (_weighted(evidence.gaps, both[0].gaps), _weighted(evidence.gaps, both[1].gaps)),
        (_weighted(evidence.sections, both[0].sections), _weighted(evidence.sections, both[1].sections)),
        (1 - joined, joined),
        allowed,
    )


def _weighted(features: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    total = np.zeros_like(next(iter(features.values())))
    for name, weight in weights.items():
        total += weight * features[name]
    return total
