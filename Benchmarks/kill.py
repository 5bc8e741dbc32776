#!/usr/bin/env python3
"""Kills imports at random moments: python3 Benchmarks/kill.py --brink PROGRAM --times 200

Measures one import that is left alone. Then begins it anew again and again, waits beside it as a
reader until a random number of articles is stored, and a part of a transaction longer, and ends
it by SIGKILL. No article that the reader had seen may be missing then, only whole transactions
may be there, and SQLite must find the file whole. The next import must complete it: all articles,
the ledger of the import that was left alone, and nothing that `brink archive check` finds wrong.
"""

import argparse
import collections
import json
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

# Articles stored in one transaction: `Importer.batchSize` times `ArchiveQueue.together`.
BATCH = 768


def write_articles(path, count):
    """Articles of some 300 bytes, so that imports are short and transactions many."""
    with open(path, "w", encoding="utf-8") as file:
        for index in range(count):
            made = corpus.article(index)
            made["text"] = made["text"][:300].rpartition(" ")[0] + "."
            file.write(json.dumps(made, ensure_ascii=False) + "\n")


def stored(path):
    """How many articles a reader sees; none while there are no tables."""
    if not os.path.exists(path):
        return 0
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return db.execute("SELECT articles FROM tally").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        db.close()


def check(path):
    """Ends this program where the file is damaged; gives the number of articles."""
    if not os.path.exists(path) or stored(path) == 0:
        return 0
    db = sqlite3.connect(path)
    try:
        whole = db.execute("PRAGMA integrity_check").fetchall()
        if whole != [("ok",)]:
            sys.exit(f"kill: {whole}")
        rows, = db.execute("SELECT count(*) FROM article").fetchone()
        if rows != stored(path):
            sys.exit(f"kill: {rows} articles, counted as {stored(path)}")
        return rows
    finally:
        db.close()


def ledger(path):
    db = sqlite3.connect(path)
    try:
        return [
            db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("escalation_day", "escalation_bar", "ledger_phase", "article_copy")]
    finally:
        db.close()


class Import:
    def __init__(self, brink, articles, folder):
        self.archive = f"{folder}/archive.sqlite"
        self.brink, self.articles = brink, articles
        self.environment = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder}

    def remove(self):
        for suffix in ["", "-wal", "-shm"]:
            if os.path.exists(self.archive + suffix):
                os.remove(self.archive + suffix)

    def run(self, *arguments):
        subprocess.run(
            [self.brink, *arguments, "--archive", self.archive], env=self.environment, check=True,
            stdout=subprocess.DEVNULL)

    def start(self):
        return subprocess.Popen(
            [self.brink, "import", "--archive", self.archive, self.articles],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self, process, count):
        """Until a reader sees so many articles, or the process has ended; gives what it saw."""
        while True:
            seen = stored(self.archive)
            if seen >= count or process.poll() is not None:
                return seen
            time.sleep(0.002)

    def measure(self, count):
        """Seconds for a transaction in the middle, and from the last one to the end."""
        process = self.start()
        self.wait(process, BATCH)
        first = time.monotonic()
        self.wait(process, count)
        last = time.monotonic()
        process.wait()
        return (last - first) / max(1, count / BATCH - 1), time.monotonic() - last


def kill(imports, number, expected, chance, transaction, end, count, kinds):
    """One import that is killed, and the next, which completes it."""
    imports.remove()
    process = imports.start()
    batch = chance.randint(1, -(-count // BATCH))
    imports.wait(process, min(count, batch * BATCH))
    isLast = batch * BATCH >= count
    time.sleep(chance.uniform(0, end if isLast else transaction))
    seen = stored(imports.archive)
    process.send_signal(signal.SIGKILL)
    if process.wait() != -signal.SIGKILL:
        kinds["ended before"] += 1
    elif seen == count:
        kinds["killed in the ledger"] += 1
    else:
        kinds["killed between the first and the last transaction"] += 1
    left = check(imports.archive)
    if left < seen:
        sys.exit(f"kill {number + 1}: {seen} articles were stored, {left} are left")
    if left % BATCH != 0 and left != count:
        sys.exit(f"kill {number + 1}: a part of a transaction is left: {left} articles")
    imports.run("import", imports.articles)
    if check(imports.archive) != count:
        sys.exit(f"kill {number + 1}: the next import did not complete it")
    if ledger(imports.archive) != expected:
        sys.exit(f"kill {number + 1}: the next import left another ledger")
    imports.run("archive", "check")


def main():
    parser = argparse.ArgumentParser(description="Kill imports.")
    parser.add_argument("--brink", required=True)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--articles", type=int, default=2560)
    options = parser.parse_args()
    chance = random.Random(20)
    with tempfile.TemporaryDirectory() as folder:
        articles = f"{folder}/articles.jsonl"
        write_articles(articles, options.articles)
        imports = Import(os.path.abspath(options.brink), articles, folder)
        transaction, end = imports.measure(options.articles)
        print(f"a transaction takes {transaction:.3f} s, the ledger at the end {end:.3f} s")
        expected = ledger(imports.archive)
        kinds = collections.Counter()
        try:
            for number in range(options.times):
                kill(imports, number, expected, chance, transaction, end, options.articles, kinds)
        except KeyboardInterrupt:
            print("stopped early")
        for kind, count in kinds.most_common():
            print(f"{count:4} {kind}")
        print("nothing lost, every file whole, every import completed")


if __name__ == "__main__":
    main()
