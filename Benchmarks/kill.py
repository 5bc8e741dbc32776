#!/usr/bin/env python3
"""Kills imports at random moments: python3 Benchmarks/kill.py --brink PROGRAM --times 200

Imports the same articles again and again and ends each import by SIGKILL. After each, no article
that was there may be missing and SQLite must find the file whole; at the end, an import that
is left alone must leave every article, and `brink archive check` must find nothing wrong.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus


def state(path):
    """How many articles there are, and whether the file is whole."""
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        return 0
    db = sqlite3.connect(path)
    try:
        if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'tally'").fetchone():
            return 0
        whole = db.execute("PRAGMA integrity_check").fetchall()
        if whole != [("ok",)]:
            sys.exit(f"kill: {whole}")
        counted, = db.execute("SELECT articles FROM tally").fetchone()
        rows, = db.execute("SELECT count(*) FROM article").fetchone()
        if counted != rows:
            sys.exit(f"kill: {rows} articles, counted as {counted}")
        return rows
    finally:
        db.close()


def main():
    parser = argparse.ArgumentParser(description="Kill imports.")
    parser.add_argument("--brink", required=True)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--articles", type=int, default=3000)
    options = parser.parse_args()
    random.seed(20)
    with tempfile.TemporaryDirectory() as folder:
        articles, archive = f"{folder}/articles.jsonl", f"{folder}/archive.sqlite"
        corpus.write(articles, options.articles)
        command = [os.path.abspath(options.brink), "import", "--archive", archive, articles]
        environment = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder}
        before, killed, grown = 0, 0, 0
        for number in range(options.times):
            process = subprocess.Popen(
                command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0.05, 3))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            after = state(archive)
            if after < before:
                sys.exit(f"kill: {before} articles before, {after} after kill {number + 1}")
            grown += after > before
            before = after
            if before == options.articles:
                for suffix in ["", "-wal", "-shm"]:
                    if os.path.exists(archive + suffix):
                        os.remove(archive + suffix)
                before = 0
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        if state(archive) != options.articles:
            sys.exit("kill: articles are missing at the end")
        check = [command[0], "archive", "check", "--archive", archive]
        subprocess.run(check, env=environment, check=True)
        print(f"{killed} imports killed, {grown} of them after they had stored articles; "
              "nothing lost, the file whole each time")


if __name__ == "__main__":
    main()
