"""A terminal for the benchmark: a pseudo-terminal, and as much of a screen as ncurses needs."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time

COLUMNS, ROWS = 160, 48
KEYS = {"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "PageDown": "\x1b[6~", "PageUp": "\x1b[5~"}


class Screen:
    """What TERM=xterm-256color does, as far as ncurses asks for it; no colours."""

    TOKEN = re.compile(
        r"\x1b\[([?<>=]?)([0-9;:]*)[ -/]*([@-~])|\x1b\]([^\x07\x1b]*)(?:\x07|\x1b\\)"
        r"|\x1b([ -/]*[0-~])|([\x00-\x1f\x7f])|([^\x00-\x1f\x7f]+)")
    UNFINISHED = re.compile(r"\x1b(?:\[[?<>=]?[0-9;:]*[ -/]*|\][^\x07\x1b]*\x1b?|[ -/]*)?$")

    def __init__(self):
        self.rows = [[" "] * COLUMNS for _ in range(ROWS)]
        self.x = self.y = 0
        self.top, self.bottom = 0, ROWS - 1
        self.last = " "
        self.unread = b""

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.rows)

    def feed(self, data):
        data = self.unread + data
        # A character may be cut in two; at most three bytes of it are there.
        for kept in range(4):
            try:
                text = data[:len(data) - kept].decode()
                self.unread = data[len(data) - kept:]
                break
            except UnicodeDecodeError:
                continue
        else:
            text, self.unread = data.decode(errors="replace"), b""
        cut = self.UNFINISHED.search(text)
        if cut:
            self.unread = text[cut.start():].encode() + self.unread
            text = text[:cut.start()]
        for prefix, numbers, final, _, escape, control, plain in self.TOKEN.findall(text):
            if plain:
                self.put(plain)
            elif final:
                if not prefix:
                    self.sequence(final, [int(n or 0) for n in re.split("[;:]", numbers)])
            elif control:
                self.control(control)
            elif escape == "M":
                if self.y == self.top:
                    self.scroll(-1)
                else:
                    self.y = max(0, self.y - 1)

    def put(self, text):
        for character in text:
            if self.x >= COLUMNS:
                self.x = 0
                self.line_feed()
            self.rows[self.y][self.x] = self.last = character
            self.x += 1

    def control(self, control):
        if control == "\r":
            self.x = 0
        elif control in "\n\v\f":
            self.line_feed()
        elif control == "\b":
            self.x = max(0, self.x - 1)
        elif control == "\t":
            self.x = min(COLUMNS - 1, self.x // 8 * 8 + 8)

    def line_feed(self):
        if self.y == self.bottom:
            self.scroll(1)
        else:
            self.y = min(ROWS - 1, self.y + 1)

    def scroll(self, lines):
        self.move_lines(self.top, lines)

    def move_lines(self, top, lines):
        """Takes lines out at the top of a part of the screen, or puts empty ones in."""
        for _ in range(min(abs(lines), self.bottom - top + 1)):
            gone, new = (top, self.bottom) if lines > 0 else (self.bottom, top)
            del self.rows[gone]
            self.rows.insert(new, [" "] * COLUMNS)

    def sequence(self, final, numbers):
        first = numbers[0]
        count = max(1, first)
        row = self.rows[self.y]
        if final in "Hf":
            self.y = min(ROWS, count) - 1
            self.x = min(COLUMNS, max(1, numbers[1] if len(numbers) > 1 else 1)) - 1
        elif final == "A":
            self.y = max(0, self.y - count)
        elif final in "Be":
            self.y = min(ROWS - 1, self.y + count)
        elif final in "Ca":
            self.x = min(COLUMNS - 1, self.x + count)
        elif final == "D":
            self.x = max(0, self.x - count)
        elif final in "G`":
            self.x = min(COLUMNS, count) - 1
        elif final == "d":
            self.y = min(ROWS, count) - 1
        elif final == "J":
            self.erase(self.y * COLUMNS + self.x if first == 0 else 0,
                       self.y * COLUMNS + self.x + 1 if first == 1 else ROWS * COLUMNS)
        elif final == "K":
            start = self.y * COLUMNS
            self.erase(start + (self.x if first == 0 else 0),
                       start + (self.x + 1 if first == 1 else COLUMNS))
        elif final == "X":
            start = self.y * COLUMNS + self.x
            self.erase(start, min(start + count, (self.y + 1) * COLUMNS))
        elif final == "P":
            del row[self.x:self.x + count]
            row.extend([" "] * (COLUMNS - len(row)))
        elif final == "@":
            row[self.x:self.x] = [" "] * count
            del row[COLUMNS:]
        elif final == "L":
            self.move_lines(self.y, -count)
        elif final == "M":
            self.move_lines(self.y, count)
        elif final == "S":
            self.scroll(count)
        elif final == "T":
            self.scroll(-count)
        elif final == "b":
            self.put(self.last * count)
        elif final == "r":
            self.top = count - 1
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else ROWS) - 1
            self.x = self.y = 0

    def erase(self, start, end):
        for place in range(start, end):
            self.rows[place // COLUMNS][place % COLUMNS] = " "


class Terminal:
    """A program in a pseudo-terminal, and the time that its answers take.

    A key's time runs from just before it is written until the read that brought the last
    byte of the answer; the screen is kept only after that.
    """

    def __init__(self, command, environment):
        self.screen = Screen()
        self.bytes = 0
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

        def own_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment,
            preexec_fn=own_terminal, close_fds=True)
        os.close(slave)

    def read(self, seconds):
        """The next bytes and when they came; None when there are none in that time."""
        if not select.select([self.master], [], [], max(0, seconds))[0]:
            return None
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        now = time.perf_counter()
        self.bytes += len(data)
        return (data, now) if data else None

    def wait(self, start, pattern=None, quiet=0.012, limit=20.0):
        """The milliseconds until the screen matches; without a pattern, until it rests."""
        wanted = re.compile(pattern, re.MULTILINE) if pattern else None
        last = None
        while True:
            now = time.perf_counter()
            if now - start > limit:
                raise TimeoutError(f"no {pattern!r} within {limit} s on:\n{self.screen.text()}")
            # Nothing at all may be the answer to a key at the end of a list.
            pause = quiet if last or wanted is None else limit
            got = self.read(pause)
            if got is None:
                if wanted is None:
                    return None if last is None else (last - start) * 1000
                continue
            data, last = got
            # All that is there belongs to the same frame.
            while more := self.read(0):
                data += more[0]
                last = more[1]
            self.screen.feed(data)
            if wanted and wanted.search(self.screen.text()):
                return (last - start) * 1000

    def press(self, keys, pattern=None, **options):
        data = KEYS.get(keys, keys).encode()
        start = time.perf_counter()
        os.write(self.master, data)
        return self.wait(start, pattern, **options)

    def settle(self, quiet=0.3):
        while got := self.read(quiet):
            self.screen.feed(got[0])

    def memory(self):
        """The largest resident set so far, in MB."""
        with open(f"/proc/{self.process.pid}/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def cpu(self):
        """Seconds on a processor so far, threads that have ended included."""
        # The clock of another process, as the kernel numbers it.
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def rest(self, limit=120.0):
        """Waits until the program has nothing left to do."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            written, used = self.bytes, self.cpu()
            pause = time.perf_counter() + 0.5
            while time.perf_counter() < pause:
                self.settle(pause - time.perf_counter())
            if self.bytes == written and self.cpu() - used < 0.002:
                return
        raise TimeoutError("the program goes on working")

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            while self.read(0.05):
                pass
        self.process.wait()
        os.close(self.master)
