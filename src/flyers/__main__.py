"""``python -m flyers`` is the command ``flyers``."""

from flyers.cli import main

main()
