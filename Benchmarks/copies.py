#!/usr/bin/env python3
"""Measures how well brink knows copies of one text for what they are.

    python3 Benchmarks/copies.py ARTICLES.jsonl [--brink PROGRAM] [--articles N]

Takes articles (JSON Lines with date and text), makes an edited copy of each, imports both, and
compares the sets of copies in the archive with the pairs that were made. Three kinds of edits, of
0 to 30 % of the words each: `passages` cuts, moves and rewrites whole runs of words, as desks
do; `words` replaces, leaves out and puts in words here and there; `replaced` only replaces them,
which parts most neighbours. Prints precision and recall of the pairs.
"""
import argparse
import collections
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile


def passages(words, share, chance, stock):
    words = list(words)
    left = int(len(words) * share)
    while left > 0:
        run = min(left, chance.randint(10, 40))
        at = chance.randrange(max(1, len(words) - run))
        kind = chance.randrange(3)
        if kind == 0:
            del words[at : at + run]
        elif kind == 1:
            words[at : at + run] = [chance.choice(stock) for _ in range(run)]
        else:
            words[at:at] = [chance.choice(stock) for _ in range(run)]
        left -= run
    return words


def single(words, share, chance, stock):
    words = list(words)
    for at in sorted(chance.sample(range(len(words)), int(len(words) * share)), reverse=True):
        kind = chance.randrange(3)
        if kind == 0:
            words[at] = chance.choice(stock)
        elif kind == 1:
            del words[at]
        else:
            words.insert(at, chance.choice(stock))
    return words


def replaced(words, share, chance, stock):
    words = list(words)
    for at in chance.sample(range(len(words)), int(len(words) * share)):
        words[at] = chance.choice(stock)
    return words


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--brink", default=".build/release/brink")
    parser.add_argument("--articles", type=int, default=400)
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    articles = [a for a in articles if len(a["text"].split()) >= 120][: options.articles]
    stock = [word for a in articles for word in a["text"].split()]

    print(f"{'edits':9} {'share':>6} {'precision':>9} {'recall':>7}")
    for name, edit in (
            ("passages", passages), ("words", single), ("replaced", replaced)):
        totals = collections.Counter()
        for share in (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3):
            chance = random.Random(int(share * 100))
            with tempfile.TemporaryDirectory() as scratch:
                wire = os.path.join(scratch, "wire.jsonl")
                archive = os.path.join(scratch, "archive.sqlite")
                with open(wire, "w", encoding="utf-8") as out:
                    for number, article in enumerate(articles):
                        words = article["text"].split()
                        for copy, text in enumerate((words, edit(words, share, chance, stock))):
                            out.write(json.dumps({
                                "id": f"{number}-{copy}", "date": article.get("date") or "2022-02-03",
                                "text": " ".join(text), "language": "xx"}) + "\n")
                subprocess.run(
                    [options.brink, "import", wire, "--archive", archive], check=True,
                    stdout=subprocess.DEVNULL)
                sets = collections.defaultdict(list)
                for name_, text in sqlite3.connect(archive).execute(
                        "SELECT a.external_id, c.text FROM article a JOIN article_copy c"
                        " ON c.article = a.id"):
                    sets[text].append(name_)
            found = {tuple(sorted((one, two)))
                     for members in sets.values() for one in members for two in members if one < two}
            made = {(f"{n}-0", f"{n}-1") for n in range(len(articles))}
            # Articles of the corpus may be copies of each other: only pairs of a text with what
            # was made of it, and pairs of different texts that share few words, are judged.
            bags = {n: set(re.findall(r"\w+", a["text"].lower())) for n, a in enumerate(articles)}

            def judged(pair):
                one, two = (int(p.split("-")[0]) for p in pair)
                return one == two or len(bags[one] & bags[two]) < 0.6 * min(len(bags[one]), len(bags[two]))
            right = len(found & made)
            wrong = sum(1 for pair in found - made if judged(pair))
            totals.update(right=right, wrong=wrong, made=len(made))
            print(f"{name:9} {share:6.0%} {right / max(1, right + wrong):9.3f} {right / len(made):7.3f}")
        precision = totals["right"] / max(1, totals["right"] + totals["wrong"])
        print(f"{name:9} {'all':>6} {precision:9.3f} {totals['right'] / totals['made']:7.3f}")


if __name__ == "__main__":
    sys.exit(main())
