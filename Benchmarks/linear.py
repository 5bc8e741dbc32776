#!/usr/bin/env python3
"""Checks that coding takes time in proportion to the text: python3 Benchmarks/linear.py

For texts of every shape that a loop inside a loop would show, twice the text must take at most
2.3 times the instructions, as valgrind counts them, so that a busy machine makes no difference;
then ten megabytes of it in one line must be coded within a minute of processor time.
"""

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RATIO = 2.3
SECONDS = 60

PIECES = {
    "quotation marks": "“", "straight marks": '"', "single marks": "'", "closing marks": "”",
    "capital words": "Alba ", "upper-case words": "ALBA ", "brackets": "(", "full stops": ".",
    "digits": "7", "one letter": "a", "initials": "J. ", "sums": "$5 ", "numbers": "12 ",
    "speakers": "He said ", "names": "Putin, ", "cues": "said that ", "gerunds": ", adding ",
    "dashes": "Bek said — ", "statements": "“A,” Bek said. ", "events": "Russia attacked ",
    "counties": "Ash County ", "towns": "Ash, Ohio ", "paragraphs": "“No\n\n", "sources":
    "according to ", "pairs": "Russia and ", "prepositions": "of the ", "hyphens": "a-",
}


def news(size):
    """Sentences of people whom nobody knows, no two of one name."""
    rng = random.Random(1)

    def name():
        return "".join(rng.choice("abdegiklmnorstuvz") for _ in range(7)).capitalize()

    text = ""
    while len(text) < size:
        text += f"{name()} {name()} said ships had left Ash County. They shelled {name()}. "
    return text


def text(shape, size):
    if shape == "news":
        return news(size)
    piece = PIECES[shape]
    return piece * (size // len(piece.encode()))


def run(command, body, folder):
    path = os.path.join(folder, "text.txt")
    with open(path, "w") as file:
        file.write(body)
    return subprocess.run(
        command + ["code", "--as-is", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, env=dict(os.environ, SWIFT_BACKTRACE="enable=no"))


def instructions(brink, body, folder):
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", brink]
    return int(re.search(r"Collected : (\d+)", run(command, body, folder).stderr)[1])


def seconds(brink, body, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = run([brink], body, folder).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return status, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--brink", default=os.path.join(ROOT, ".build/release/brink"))
    parser.add_argument("--bytes", type=int, default=100_000)
    parser.add_argument("shapes", nargs="*", default=[*PIECES, "news"])
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        brink = os.path.join(folder, "brink")
        # valgrind reads no debug information of Swift.
        subprocess.run(["strip", "--strip-debug", "-o", brink, options.brink], check=True)
        os.environ.setdefault("BRINK_RESOURCES", os.path.join(ROOT, "Resources"))
        start = instructions(brink, "Snow.", folder)
        for shape in options.shapes:
            once, twice = (
                instructions(brink, text(shape, options.bytes * n), folder) - start for n in (1, 2))
            status, time = seconds(options.brink, text(shape, 10_000_000), folder)
            is_bad = twice > RATIO * once + 1e6 or status != 0 or time > SECONDS
            failed |= is_bad
            print(f"{shape:18} {once / options.bytes:7.0f} instructions a byte, "
                  f"{twice / max(once, 1):4.2f} times for twice the text, "
                  f"10 MB in {time:5.1f} s{'  FAILED' if is_bad else ''}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
