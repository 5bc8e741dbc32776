#!/usr/bin/env python3
"""Counts false news: events that articles tell as history, as possible or in page furniture, and
that brink takes for news.

    brink code ARTICLES > coded.jsonl
    python3 Benchmarks/traps.py coded.jsonl INDICATORS.tsv [GOLD.json]

INDICATORS.tsv has a column `id` and a column `seeds`: the articles, by the first three characters
of their file's name, in which an indicator stands; a `t` behind one says that it stands there as a
trap only. GOLD.json gives for some of the files the lines that are furniture, and the events that
are history, as `{file: {"metadata": {"boilerplate": [line, …]}, "events": [{"sentence": …,
"plover": …, "status": "historical"}, …]}}`. Prints each false event and their number.
"""
import csv
import json
import os
import sys

NEWS = {"occurred", "decided"}


def traps(path):
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            for place in filter(None, row["seeds"].split(",")):
                if place.endswith("t"):
                    yield place[:-1], row["id"]


def furniture(gold):
    """The lines of each article that are not its text."""
    for name, article in gold.items():
        for line in article["metadata"].get("boilerplate") or []:
            yield name[:3], line.strip()


def history(gold):
    """The sentences of each article that tell of the past, with what they tell."""
    for name, article in gold.items():
        news = {(event["sentence"], event["plover"]) for event in article["events"]
                if event["status"] != "historical"}
        for event in article["events"]:
            told = (event["sentence"], event["plover"])
            if event["status"] == "historical" and told not in news:
                yield name[:3], *told


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    coded_path, indicators, *gold = sys.argv[1:]
    wanted = set(traps(indicators))
    gold = read(gold[0]) if gold else {}
    lines, past = set(furniture(gold)), set(history(gold))
    false = 0
    with open(coded_path, encoding="utf-8") as file:
        for article in map(json.loads, file):
            name = os.path.basename(article["path"])[:3]
            for event in article["events"]:
                is_trap = (name, event["indicator"]) in wanted and event["status"] in NEWS
                is_furniture = any(
                    name == seed and len(line) > 20 and line in event["sentence"]
                    for seed, line in lines)
                is_history = (
                    (name, event["sentence"], event["plover"]) in past and event["status"] in NEWS)
                if is_trap or is_furniture or is_history:
                    false += 1
                    print(name, event["indicator"], event["status"], event["rule"],
                          event["sentence"], sep="  ")
    print(f"{len(wanted)} traps, {len(lines)} lines of furniture, {len(past)} events of history: "
          f"{false} false events")
    return 1 if false else 0


if __name__ == "__main__":
    sys.exit(main())
