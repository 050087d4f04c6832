"""The rules behave on their examples as they say: `seoaudit rules test` exits with 0."""

import subprocess
import sys
from pathlib import Path

RULES = Path(__file__).parent.parent / "regles_maison"


def test_examples() -> None:
    command = [sys.executable, "-m", "seoaudit", "rules", "test", str(RULES), "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
