#!/usr/bin/env python3
"""Measures brink: python3 Benchmarks/bench.py --brink PROGRAM --articles N

Imports N articles into an archive of its own, drives the dashboard in a pseudo-terminal of
160x48 and codes articles on one processor. Figures go to .build/bench/results.json; the
table shows them beside the bars. Python's standard library is all it needs.

A key's time runs from just before the key is written until the last byte of the answer has
been read, so the terminal's own work is not in it but that of this program's reading is:
`harness` says how much.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus
from screen import COLUMNS, ROWS, Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, ".build", "bench")

# What a figure must be: (key, label, unit, bar); a bar is an upper limit unless it begins with ≥.
TABLE = [
    ("first_frame", "first frame after launch, median", "ms", 60),
    ("all_loaded", "  until all panes are complete", "s", None),
    ("key_p50", "key to frame, all kinds, p50", "ms", 4),
    ("key_p99", "key to frame, all kinds, p99", "ms", 16),
    ("next_p50", "  j, p50", "ms", None),
    ("next_p99", "  j, p99", "ms", None),
    ("page_p50", "  page, p50", "ms", None),
    ("page_p99", "  page, p99", "ms", None),
    ("open_p50", "  open, p50", "ms", None),
    ("open_p99", "  open, p99", "ms", None),
    ("step_p50", "  n (next article), p50", "ms", None),
    ("step_p99", "  n (next article), p99", "ms", None),
    ("filter_p50", "  filter by an actor, p50", "ms", None),
    ("filter_p99", "  filter by an actor, p99", "ms", None),
    ("burst", "200 × j at once, to the last byte", "ms", None),
    ("search_rare", "search for a rare word, to its list", "ms", None),
    ("search_common", "search for a common word, to its list", "ms", None),
    ("peak_memory", "peak memory of the dashboard", "MB", 100),
    ("idle_bytes", "written in 5 s of rest", "bytes", 0),
    ("idle_cpu", "processor time in 5 s of rest", "ms", 0),
    ("code_speed", "brink code on one processor", "MB/s", -10),
    ("code_start", "  of it, start of the program", "s", None),
    ("import_speed", "import", "articles/s", None),
    ("archive_size", "archive", "MB", None),
    ("harness_p50", "harness: an echo, p50", "ms", None),
    ("harness_p99", "harness: an echo, p99", "ms", None),
]
# Two decimals of a millisecond a second: less is not told from nothing.
IDLE_CPU_NOISE = 5


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


class Bench:
    def __init__(self, brink, count):
        self.brink = os.path.abspath(brink)
        self.count = count
        self.archive = os.path.join(FOLDER, f"archive-{count}.sqlite")
        self.corpus = os.path.join(FOLDER, f"corpus-{count}.jsonl")
        home = os.path.join(FOLDER, "home")
        os.makedirs(home, exist_ok=True)
        self.environment = {
            "HOME": home, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        self.figures = {}

    def say(self, text):
        print(text, file=sys.stderr, flush=True)

    def command(self, arguments, **options):
        return subprocess.Popen([self.brink, *arguments], env=self.environment, **options)

    # The archive

    def make_corpus(self):
        self.say(f"articles: {self.count} in {self.corpus}")
        self.text_size = corpus.write(self.corpus, self.count)

    def import_corpus(self):
        for suffix in ["", "-wal", "-shm"]:
            if os.path.exists(self.archive + suffix):
                os.remove(self.archive + suffix)
        self.say("import")
        start = time.perf_counter()
        process = self.command(
            ["import", "--archive", self.archive, self.corpus], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"import ended by {process.returncode}")
        seconds = time.perf_counter() - start
        self.figures["import_speed"] = self.count / seconds
        self.figures["import_cpu"] = usage.ru_utime + usage.ru_stime
        self.figures["import_memory"] = usage.ru_maxrss / 1024
        self.figures["archive_size"] = os.path.getsize(self.archive) / 1e6

    # Coding

    def code(self):
        """Processor time of `brink code` on one processor, with and without articles."""
        self.say("code")
        few = os.path.join(FOLDER, "one.jsonl")
        corpus.write(few, 1)
        many = os.path.join(FOLDER, "code.jsonl")
        size = corpus.write(many, min(self.count, 20_000))
        start = min(self.code_time(few) for _ in range(3))
        whole = min(self.code_time(many) for _ in range(3))
        self.figures["code_start"] = start
        self.figures["code_text"] = size / 1e6
        self.figures["code_cpu"] = whole
        self.figures["code_speed"] = size / 1e6 / whole

    def code_time(self, path):
        processor = min(os.sched_getaffinity(0))
        process = self.command(
            ["code", path], stdout=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, {processor}))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"code ended by {process.returncode}")
        return usage.ru_utime + usage.ru_stime

    # The dashboard

    def open(self):
        return Terminal([self.brink, "--archive", self.archive], self.environment)

    def first_frames(self, runs=11):
        """From launch until the list shows its newest article."""
        self.say("first frame")
        newest = re.escape(corpus.article(self.count - 1)["date"][:10])
        times = []
        for _ in range(runs):
            terminal = self.open()
            times.append(terminal.wait(terminal.started, newest))
            terminal.close()
        # The first run may find the archive outside the memory of the system.
        self.figures["first_frame_cold"] = times[0]
        self.figures["first_frame"] = statistics.median(times)

    def keys(self):
        self.say("keys")
        terminal = self.open()
        terminal.wait(terminal.started, r"1 of [\d,]+")
        # The newest of each list is there at once; sums over all articles take longer.
        terminal.rest()
        self.figures["all_loaded"] = (time.perf_counter() - terminal.started - 0.5)
        times = {}

        def measure(kind, keys, pattern=None):
            took = terminal.press(keys, pattern)
            if took is not None:
                times.setdefault(kind, []).append(took)

        for _ in range(200):
            measure("next", "j")
        for _ in range(100):
            measure("page", "PageDown")
        for _ in range(100):
            measure("page", "PageUp")
        terminal.press("g")
        terminal.settle()
        for _ in range(50):
            terminal.press("j")
            # The reader beside the list follows only when the list rests.
            terminal.settle(0.1)
            measure("open", "Enter", "╔═ 2 Article ")
            terminal.settle(0.05)
            terminal.press("Esc", "╔═ 1 Articles ")
            terminal.settle(0.05)
        terminal.press("Enter", "╔═ 2 Article ")
        terminal.settle()
        for _ in range(100):
            measure("step", "n")
            terminal.settle(0.05)
        terminal.press("1")
        terminal.settle()
        self.filters(terminal, times)

        start_bytes = terminal.bytes
        terminal.press("g")
        terminal.settle()
        self.figures["burst"] = terminal.press("j" * 200, quiet=0.05)
        terminal.settle()
        self.figures["bytes_per_key"] = (terminal.bytes - start_bytes) / 201
        self.searches(terminal)
        self.rest(terminal)
        self.figures["peak_memory"] = terminal.memory()
        terminal.close()

        pooled = [took for taken in times.values() for took in taken]
        times["key"] = pooled
        for kind, taken in times.items():
            self.figures[f"{kind}_p50"] = percentile(taken, 0.50)
            self.figures[f"{kind}_p99"] = percentile(taken, 0.99)
            self.figures[f"{kind}_count"] = len(taken)

    def filters(self, terminal, times):
        """By each of the first actors in turn: until the list shows how many are left."""
        terminal.press("3")
        terminal.settle()
        for _ in range(10):
            took = terminal.press(" ", r"Filter: actor [\s\S]*1 Articles [═─]+ 1 of ")
            times.setdefault("filter", []).append(took)
            terminal.rest()
            for key in ["Esc", "Esc", "3", "j"]:
                terminal.press(key)
                terminal.settle()
            terminal.rest()
        terminal.press("1")
        terminal.rest()

    def searches(self, terminal):
        for name, wanted in [("search_rare", "quillwort"), ("search_common", "border")]:
            terminal.press("/")
            terminal.press(wanted)
            terminal.settle()
            self.figures[name] = terminal.press(
                "Enter", rf"Filter: “{wanted}”[\s\S]*1 Articles [═─]+ 1 of ")
            terminal.rest()
            terminal.press("Esc")
            terminal.rest()

    def rest(self, terminal, seconds=5):
        self.say("rest")
        terminal.rest()
        written, used = terminal.bytes, terminal.cpu()
        time.sleep(seconds)
        terminal.settle(0)
        self.figures["idle_bytes"] = terminal.bytes - written
        self.figures["idle_cpu"] = (terminal.cpu() - used) * 1000

    def harness(self):
        terminal = Terminal(["sh", "-c", "stty raw -echo; echo ready; exec cat"], self.environment)
        terminal.wait(terminal.started, "ready")
        taken = [terminal.press("x") for _ in range(200)]
        terminal.close()
        self.figures["harness_p50"] = percentile(taken, 0.5)
        self.figures["harness_p99"] = percentile(taken, 0.99)

    # The results

    def facts(self):
        def first(pattern, path):
            with open(path) as file:
                found = re.search(pattern, file.read())
            return found.group(1).strip() if found else None

        commit = subprocess.run(
            ["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
        return {
            "articles": self.count, "text_mb": self.text_size / 1e6,
            "date": time.strftime("%Y-%m-%d"), "commit": commit.stdout.strip() or None,
            "processor": first(r"model name\s*:(.*)", "/proc/cpuinfo"),
            "processors": os.cpu_count(), "load": os.getloadavg()[0],
            "kernel": platform.release(), "screen": f"{COLUMNS}x{ROWS}",
        }

    def print_table(self, facts):
        print(f"{facts['articles']} articles, {facts['text_mb']:.0f} MB of text, "
              f"commit {facts['commit']}, {facts['date']}")
        print(f"{facts['processor']}, {facts['processors']} processors, "
              f"load {facts['load']:.1f}, screen {facts['screen']}")
        met = True
        for key, label, unit, bar in TABLE:
            figure = self.figures.get(key)
            if figure is None:
                continue
            verdict = ""
            if bar is not None:
                limit = IDLE_CPU_NOISE if key == "idle_cpu" else abs(bar)
                good = figure >= limit if bar < 0 else figure <= limit
                met = met and good
                sign = "≥" if bar < 0 else "≤"
                verdict = f"{sign} {abs(bar)}   {'met' if good else 'MISSED'}"
            digits = 0 if figure >= 1000 or unit == "bytes" else 2 if figure < 10 else 1
            print(f"  {label:42} {figure:10,.{digits}f} {unit:11} {verdict}".rstrip())
        return met


def main():
    parser = argparse.ArgumentParser(description="Measure brink.")
    parser.add_argument("--brink", required=True, help="the program")
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    if options.articles < 1000:
        sys.exit("bench: at least 1000 articles are needed")
    if shutil.disk_usage(ROOT).free < options.articles * 25_000:
        sys.exit(f"bench: {options.articles * 25_000 / 1e9:.1f} GB of free disk are needed")
    bench = Bench(options.brink, options.articles)
    bench.make_corpus()
    bench.harness()
    bench.import_corpus()
    bench.first_frames()
    bench.keys()
    bench.code()
    facts = bench.facts()
    with open(os.path.join(FOLDER, "results.json"), "w") as file:
        json.dump({**facts, **bench.figures}, file, indent=2)
        file.write("\n")
    if not bench.print_table(facts):
        sys.exit(1)


if __name__ == "__main__":
    main()
