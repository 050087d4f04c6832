"""How the words still to write are shared out over the sections."""

from __future__ import annotations

from collections.abc import Sequence

STEP = 10  # shares are rounded to this many words, but for one that takes the rest
LEAST = 20  # a smaller share is not worth asking for: it goes to the others
CLOSING = 0.6  # the part of the common level that a short closing section is brought to
SHORT = 0.5  # a closing section is short below this part of the others' mean


def share_words(lengths: Sequence[int], missing: int, lacks: Sequence[float] = ()) -> list[int]:
    """Return the words to write in each section; they add up to `missing`.

    The thinnest sections are raised first, up to a common level, as water fills a vessel; a section that lacks more is
    raised a little above it, a short closing one to 60 % of it.

    Args:
        lengths: words of each section today, at least one section.
        missing: words to write over all, 0 or more.
        lacks: how much each section leaves unsaid, relative to the others (1.0 is the average); all alike by default.

    Raises:
        ValueError: no section, or a negative number of words.
    """
    if not lengths:
        raise ValueError("words cannot be shared out over no section")
    if missing < 0:
        raise ValueError(f"words still to write cannot be {missing}")
    targets = _targets(lengths, lacks or [1.0] * len(lengths))
    open_to = [t > 0 for t in targets]
    if not any(open_to):
        open_to = [True] * len(lengths)
        targets = [1.0] * len(lengths)
    while True:
        shares = _fill(lengths, missing, targets, open_to)
        thin = [i for i, s in enumerate(shares) if 0 < s < LEAST]
        if not thin or sum(open_to) == 1:
            return _rounded(shares, missing)
        open_to[min(thin, key=lambda i: (shares[i], -i))] = False


def _targets(lengths: Sequence[int], lacks: Sequence[float]) -> list[float]:
    """Return each section's part of the common level; 0 for one that gets nothing."""
    out = [0.0 if lack <= 0 else 1.0 + 0.15 * max(-1.0, min(1.0, lack - 1.0)) for lack in lacks]
    if len(lengths) > 1:
        others = sum(lengths[:-1]) / (len(lengths) - 1)
        if lengths[-1] < SHORT * others:
            out[-1] *= CLOSING
    return out


def _fill(lengths: Sequence[int], missing: int, targets: Sequence[float], open_to: Sequence[bool]) -> list[float]:
    """Return the shares that raise the open sections to their part of one level, found exactly."""
    own = sorted((lengths[i] / targets[i], i) for i in range(len(lengths)) if open_to[i])
    words = weight = 0.0
    level = 0.0
    for n, (_, i) in enumerate(own):
        words += lengths[i]
        weight += targets[i]
        level = (missing + words) / weight
        if n + 1 == len(own) or level <= own[n + 1][0]:
            break
    return [max(0.0, level * t - w) if o else 0.0 for w, t, o in zip(lengths, targets, open_to, strict=True)]


def _rounded(shares: Sequence[float], missing: int) -> list[int]:
    """Round shares to tens; what is left goes to the largest share."""
    out = [STEP * round(s / STEP) for s in shares]
    rest = missing - sum(out)
    while rest >= STEP or rest < 0:
        step = STEP if rest > 0 else -STEP
        able = [i for i in range(len(out)) if shares[i] > 0 and out[i] + step >= 0] or [
            max(range(len(out)), key=lambda i: out[i])
        ]
        i = max(able, key=lambda i: (step * (shares[i] - out[i]), shares[i]))
        out[i] += step
        rest -= step
    if rest:
        out[max(range(len(out)), key=lambda i: (out[i], shares[i]))] += rest
    return out
