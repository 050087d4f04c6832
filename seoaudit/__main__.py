"""`python -m seoaudit`."""

from seoaudit.cli import main

main()
