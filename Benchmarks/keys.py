#!/usr/bin/env python3
"""Presses keys at random on a dashboard: python3 Benchmarks/keys.py --brink PROGRAM --archive FILE

The dashboard must not end, nor may its memory, its open files or its threads grow. Marks that the
keys set stay in the archive: give it a copy.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Terminal  # noqa: E402

# What moves, opens, searches, arranges and marks; nothing that quits or leaves the terminal.
KEYS = (list("jknpbzgGhlfC[]'SJK0123456789tvw<>msMP?u") + [" ", "\t", "\r", "\x1b", "\x04", "\x15"]
        + ["/war\r", "/\r", "\x1b[B", "\x1b[6~"])
FLAT = 0.15
AT_ONCE = 10


def state(process):
    """Resident memory in MB, open files, threads."""
    with open(f"/proc/{process.pid}/status") as file:
        text = file.read()
    return (int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024,
            len(os.listdir(f"/proc/{process.pid}/fd")),
            int(re.search(r"Threads:\s+(\d+)", text)[1]))


def read(terminal, seconds):
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        terminal.read(left)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--brink", required=True)
    options.add_argument("--archive", required=True)
    options.add_argument("--keys", type=int, default=50_000)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="brink-keys-") as home:
        press(options, home)


def press(options, home):
    choice = random.Random(options.seed)
    environment = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
                   "HOME": home}
    if "BRINK_RESOURCES" in os.environ:
        environment["BRINK_RESOURCES"] = os.environ["BRINK_RESOURCES"]
    terminal = Terminal([os.path.abspath(options.brink), "--archive", options.archive], environment)
    read(terminal, 3)
    states = []
    sent = 0
    while sent < options.keys:
        for _ in range(max(1, options.keys // 10 // AT_ONCE)):
            if terminal.process.poll() is not None:
                sys.exit(f"it has ended after {sent} keys, by {terminal.process.returncode}")
            os.write(terminal.master, "".join(choice.choices(KEYS, k=AT_ONCE)).encode())
            sent += AT_ONCE
            read(terminal, 0.01)
        read(terminal, 1)
        states.append(state(terminal.process))
        print("{:7} keys: {:.1f} MB, {} files, {} threads".format(sent, *states[-1]), flush=True)
    terminal.close()
    half = len(states) // 2
    before, after = ([max(kind) for kind in zip(*part)] for part in (states[:half], states[half:]))
    if after[0] > before[0] * (1 + FLAT) or after[1:] > before[1:]:
        sys.exit("it grows")
    print("nothing grows")


if __name__ == "__main__":
    main()
