#!/usr/bin/env python3
"""Damages what an archive holds: python3 Benchmarks/damage.py --brink PROGRAM --archive FILE

Bytes of one kind of stored rows are changed or cut off at random in a copy of the archive, then
eight commands read it. They may answer or complain, but no signal may end them.
"""

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

COLUMNS = [("article_findings", "packed"), ("article_findings", "actors"),
           ("article_coding", "sentences"), ("article_coding", "actors"),
           ("article_coding", "regions"), ("article_text", "headings"),
           ("article_text", "furniture"), ("article_text", "text"), ("article_facets", "packed")]
PANES = "timeline statements events figures map claims dyads profile regions actors".split()


def damaged(value, choice):
    value = bytearray(value)
    for _ in range(choice.choice([1, 1, 2, 5])):
        value[choice.randrange(len(value))] = choice.choice(
            [choice.randrange(256), 0, 1, 2, 0x7f, 0x80, 0xff])
    return bytes(value[:choice.randrange(len(value))] if choice.random() < 0.2 else value)


def damage(path, table, column, choice):
    archive = sqlite3.connect(path)
    rows = archive.execute(f"SELECT id, {column} FROM {table}").fetchall()
    for row, value in rows:
        if value:
            archive.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?",
                            (damaged(value, choice), row))
    archive.commit()
    archive.close()


def commands(choice):
    pane = f":{choice.choice(PANES)}<Enter>jjj<Enter>"
    return [["snapshot", "--size", "120x40", "--keys", "jj<Enter>  n n "],
            ["snapshot", "--size", "160x48", "--keys", pane], ["list", "statements"],
            ["list", "events"], ["explain"], ["archive", "check"], ["recode"], ["index", "--why"]]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--brink", required=True)
    options.add_argument("--archive", required=True, help="a small one; it stays as it is")
    options.add_argument("--turns", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    choice = random.Random(options.seed)
    runs, failures = 0, []
    with tempfile.TemporaryDirectory(prefix="brink-damage-") as folder:
        path = folder + "/archive.sqlite"
        environment = dict(os.environ, HOME=folder)
        for turn in range(options.turns):
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(path + suffix):
                    os.remove(path + suffix)
            source, copy = sqlite3.connect(options.archive), sqlite3.connect(path)
            source.backup(copy)
            source.close()
            copy.close()
            table, column = choice.choice(COLUMNS)
            damage(path, table, column, choice)
            shutil.copy(path, path + ".damaged")
            for command in commands(choice):
                shutil.copy(path + ".damaged", path)
                try:
                    code = subprocess.run(
                        [os.path.abspath(options.brink), *command, "--archive", path],
                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL, env=environment, timeout=120).returncode
                except subprocess.TimeoutExpired:
                    code = -1
                runs += 1
                if code < 0:
                    failures.append(f"turn {turn}, {table}.{column}, {' '.join(command)}: {code}")
    print(f"{runs} runs; ended by a signal or not at all: {failures or 'none'}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
