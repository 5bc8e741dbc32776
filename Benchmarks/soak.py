#!/usr/bin/env python3
"""Hangs a wall for ten hours in ten minutes: python3 Benchmarks/soak.py --brink PROGRAM

A kiosk with a playlist runs with its clock 60 times as fast, an importer adds articles, and each
minute of the wall something goes wrong: the archive is replaced, deleted and put back, or locked,
the terminal gets another size, the program is stopped for a while, keys are pressed. It must not end,
must let every alert take over, must show the newest day at the end, and its memory must stay within
2 % of what it was.
"""

import argparse
import datetime
import fcntl
import json
import os
import re
import shutil
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import COLUMNS, ROWS, Terminal  # noqa: E402

SPEED = 60
FLAT = 0.02
PLAYLIST = """
seconds: 60
views:
  - show: level
  - show: [escalation, alerts]
  - show: overview
  - show: [events, statements]
    filter: since:2021-01
"""
STATES = (
    "Iceland Norway Portugal Denmark Sweden Finland Estonia Latvia Lithuania Poland Germany Belgium "
    "Spain Italy Greece Turkey Bulgaria Romania Hungary Austria Croatia Serbia Albania Cyprus Malta "
    "Egypt Libya Tunisia Algeria Morocco Sudan Kenya Uganda Ghana Nigeria Angola Zambia Malawi Peru "
    "Chile Bolivia Brazil Cuba Panama Canada Mexico Japan Mongolia Vietnam Nepal India Iran").split()
# Past: what is dated ahead of the clock does not count.
FIRST = datetime.date(2021, 1, 1)


def article(number, day, outlet, title, text):
    return json.dumps({"id": str(number), "date": day.isoformat(), "source": outlet,
                       "title": title, "text": text}) + "\n"


def talk(number, day):
    a, b = STATES[number % 52], STATES[(number * 7 + 3) % 52]
    return article(number, day, f"Wire {number % 9}", f"{a} and {b} meet, day {number}",
                   f"{a} said that it would meet {b}. {b} warned that ships had left.")


def clash(number, day):
    """A deed that one side tells and the other denies: reason for an alert."""
    a, b = STATES[number % 52], STATES[(number + 26) % 52]
    return (article(f"{number}-a", day, "Fjord Gazette", f"{a} accuses {b}, day {number}",
                    f"{a} said on {day:%A} that {b} had shelled a town in {a}.")
            + article(f"{number}-b", day, "Douro Herald", f"{b} denies it, day {number}",
                      f"{b} denied on {day:%A} that it had shelled {a}."))


class Wall:
    def __init__(self, brink, minutes):
        self.brink, self.minutes = brink, minutes
        self.folder = tempfile.mkdtemp(prefix="brink-soak-")
        self.archive = self.folder + "/wall/archive.sqlite"
        os.mkdir(self.folder + "/wall")
        self.environment = {
            "HOME": self.folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "PATH": "/usr/bin:/bin"}
        if "BRINK_RESOURCES" in os.environ:
            self.environment["BRINK_RESOURCES"] = os.environ["BRINK_RESOURCES"]
        self.faults, self.seen, self.awaited = {}, set(), {}
        self.missed, self.raised, self.imports, self.memory = [], 0, 0, []

    def write(self, text):
        path = self.folder + "/articles.jsonl"
        with open(path, "w") as file:
            file.write(text)
        subprocess.run([self.brink, "import", "--archive", self.archive, path], check=True,
                       env=self.environment, stdout=subprocess.DEVNULL)
        self.imports += 1

    # What comes from the screen, all of it, as it comes.

    def watch(self, seconds):
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            got = self.terminal.read(left)
            if got is None:
                continue
            self.terminal.screen.feed(got[0])
            text = self.terminal.screen.text()
            if "═ Alert " in text and (day := re.search(r"as of (\d{4}-\d\d-\d\d)", text)):
                self.seen.add(day[1])
                self.awaited.pop(day[1], None)
        for day, deadline in list(self.awaited.items()):
            if time.perf_counter() > deadline:
                self.missed.append(day)
                del self.awaited[day]

    # Faults: each leaves things as a wall may find them.

    def replace(self):
        copy = self.archive + ".copy"
        source, target = sqlite3.connect(self.archive), sqlite3.connect(copy)
        source.backup(target)
        target.close()
        source.close()
        for suffix in ("-wal", "-shm"):
            if os.path.exists(self.archive + suffix):
                os.remove(self.archive + suffix)
        os.rename(copy, self.archive)

    def delete(self):
        away = self.folder + "/away"
        os.mkdir(away)
        files = [name for name in os.listdir(self.folder + "/wall")]
        for name in files:
            shutil.move(f"{self.folder}/wall/{name}", away)
        self.watch(0.5)
        for name in sorted(files, reverse=True):
            shutil.move(f"{away}/{name}", self.folder + "/wall")
        os.rmdir(away)

    def lock(self):
        connection = sqlite3.connect(self.archive, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        self.watch(0.5)
        connection.execute("ROLLBACK")
        connection.close()

    def resize(self):
        for rows, columns in ((24, 80), (3, 10), (ROWS, COLUMNS)):
            fcntl.ioctl(self.terminal.master, termios.TIOCSWINSZ,
                        struct.pack("HHHH", rows, columns, 0, 0))
            self.watch(0.1)

    def stop(self):
        os.kill(self.terminal.process.pid, signal.SIGSTOP)
        time.sleep(0.3)
        os.kill(self.terminal.process.pid, signal.SIGCONT)

    def keys(self):
        os.write(self.terminal.master, b"\x03\x1a\x1c\x04qQ,+-")

    def run(self):
        day = FIRST
        self.write("".join(talk(n, FIRST + datetime.timedelta(n % 60)) for n in range(2000)))
        day += datetime.timedelta(60)
        playlist = self.folder + "/wall.yaml"
        with open(playlist, "w") as file:
            file.write(PLAYLIST)
        self.terminal = Terminal(
            [self.brink, "kiosk", "--playlist", playlist, "--hasten", str(SPEED), "--archive",
             self.archive], self.environment)
        self.watch(15)
        faults = [self.replace, self.resize, self.lock, self.stop, self.delete, self.keys]
        start = time.perf_counter()
        minute, fault = 0, faults[0]
        while (passed := time.perf_counter() - start) < self.minutes * 60:
            if self.terminal.process.poll() is not None:
                return f"the wall has ended after {fault.__name__}"
            fault = faults[minute % len(faults)]
            fault()
            self.faults[fault.__name__] = self.faults.get(fault.__name__, 0) + 1
            if minute % 20 == 10:
                day += datetime.timedelta(1)
                self.write(clash(minute // 20, day) if minute % 40 == 10 else talk(minute, day))
                connection = sqlite3.connect(self.archive)
                number = (day - datetime.date(1970, 1, 1)).days
                if connection.execute("SELECT 1 FROM alert WHERE day = ?", (number,)).fetchone():
                    self.raised += 1
                    if day.isoformat() not in self.seen:
                        self.awaited[day.isoformat()] = time.perf_counter() + 15
                connection.close()
            minute += 1
            # One minute of the wall.
            self.watch(max(0.05, minute * 60 / SPEED - (time.perf_counter() - start)))
            with open(f"/proc/{self.terminal.process.pid}/status") as file:
                resident = re.search(r"VmRSS:\s+(\d+)", file.read())
            if resident:
                self.memory.append((passed, int(resident[1]) / 1024))
        self.watch(16)
        self.day = day.isoformat()
        return None


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--brink", required=True)
    options.add_argument("--minutes", type=float, default=10)
    options = options.parse_args()
    wall = Wall(os.path.abspath(options.brink), options.minutes)
    problems = []
    try:
        if ended := wall.run():
            problems.append(f"{ended}, by {wall.terminal.process.returncode}")
            with open(wall.folder + "/.local/state/brink/crashes.txt") as file:
                print(file.read())
        else:
            if wall.day not in wall.terminal.screen.text():
                problems.append(f"it does not show {wall.day}")
            os.kill(wall.terminal.process.pid, signal.SIGTERM)
            wall.watch(1)
            if wall.terminal.process.wait(5) != -signal.SIGTERM:
                problems.append("it did not end by SIGTERM")
        quarter = max(1, len(wall.memory) // 4)
        before = statistics.median(m for _, m in wall.memory[quarter:2 * quarter] or wall.memory)
        after = statistics.median(m for _, m in wall.memory[-quarter:])
        print(f"{options.minutes * SPEED / 60:.1f} hours of the wall, {wall.imports} imports, "
              f"{sum(wall.faults.values())} faults: {wall.faults}")
        print(f"alerts raised {wall.raised}, missed {len(wall.missed)} {wall.missed}")
        print(f"resident memory {before:.1f} MB in the second quarter, {after:.1f} MB in the last "
              f"({(after / before - 1) * 100:+.1f} %)")
        if wall.missed:
            problems.append("alerts were missed")
        if wall.raised == 0:
            problems.append("no alert was raised, so nothing was tried")
        if after > before * (1 + FLAT):
            problems.append("memory grows")
    finally:
        wall.terminal.close()
        shutil.rmtree(wall.folder, ignore_errors=True)
    print("; ".join(problems) or "nothing was lost")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
