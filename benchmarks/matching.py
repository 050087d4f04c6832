"""Time of matching keyphrases, on paragraphs of the samples that are all made different, and its growth.

    python benchmarks/matching.py

Prints the time of 50 keyphrases in 10,000 words, warm (the text indexed by an earlier call) and cold (index included),
and the exponents of the time over the number of keyphrases and of words: 1 is linear.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path

from seoaudit.keyphrases import find_occurrences, indexed

SAMPLES = Path(__file__).parent.parent / "samples"
# What an editor would follow: single words, phrases of several words, and some that do not occur.
PHRASES = [
    phrase.strip()
    for line in (
        "café | torréfaction | culture du café | grains de café | café arabica | tasse de café",
        "machine à café | marc de café | commerce équitable | caféine | prix du café | eau chaude",
        "plantation | producteur | goût du café | cafetière italienne | filtre en papier | Éthiopie",
        "Brésil | port de Marseille | compost | bac à compost | déchets verts | sauvegarde",
        "appels d’urgence | panne nationale | service d’urgence | été | marché | vélo cargo électrique",
        "arôme | acidité | robusta | mouture fine | eau | temps d’infusion",
        "récolte | cerise de caféier | pays producteurs | bourse de New York | sommeil | santé",
        "tension artérielle | café décaféiné | histoire du café | maisons de café | torréfacteur | emballage",
        "capsule | expresso",
    )
    for phrase in line.split("|")
]


def text_of(words: int) -> str:
    body = [p for n in ("texte-brut.txt", "optus.txt") for p in (SAMPLES / n).read_text("utf-8").splitlines() if p]
    out: list[str] = []
    count = n = 0
    while count < words:
        paragraph = f"{body[n % len(body)]} Voir la note {n}."
        out.append(paragraph)
        count += len(paragraph.split())
        n += 1
    return "\n\n".join(out)


def best(work: Callable[[], object], rounds: int = 5) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def run(phrases: list[str], text: str) -> int:
    return sum(len(find_occurrences(p, text)) for p in phrases)


def cold(phrases: list[str], text: str) -> int:
    indexed._kept.clear()
    return run(phrases, text)


def slope(sizes: list[int], times: list[float]) -> float:
    return math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    text = text_of(10_000)
    found = run(PHRASES, text)
    warm, first = best(lambda: run(PHRASES, text)), best(lambda: cold(PHRASES, text))
    verdict = "met" if warm <= 0.1 else "SHORT"
    print(
        f"{len(PHRASES)} keyphrases in 10,000 words: {found} found, {1000 * warm:.0f} ms   goal <= 100 ms   {verdict}"
    )
    print(f"  with the index: {1000 * first:.0f} ms")
    numbers = [50, 400]
    times = [best(lambda n=n: run((PHRASES * 8)[:n], text)) for n in numbers]  # type: ignore[misc] # the default binds n
    print(f"  over the number of keyphrases: exponent {slope(numbers, times):.2f}")
    sizes = [2_500, 10_000, 40_000]
    texts = [text_of(n) for n in sizes]
    for name, work in (("warm", run), ("cold", cold)):
        times = [best(lambda t=t, w=work: w(PHRASES, t), 3) for t in texts]  # type: ignore[misc] # the defaults bind t, w
        print(f"  over the number of words, {name}: exponent {slope(sizes, times):.2f}")


if __name__ == "__main__":
    main()
