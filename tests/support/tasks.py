"""Tasks for processes of their own. Those that are spawned import them, so little else is here."""

import os
import signal


def squared(number: int) -> int:
    return number * number


def own_process(_: object) -> int:
    return os.getpid()


def killed_at_two(number: int) -> int:
    if number == 2:
        crash()
    return number


def interrupting_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getppid(), signal.SIGINT)
    return number


def for_ever(*_: object) -> object:
    while True:
        pass


def without_bound(*_: object) -> object:
    return [bytearray(1 << 28) for _ in range(1000)]


def crash(*_: object) -> object:
    os.kill(os.getpid(), signal.SIGKILL)
    return None
