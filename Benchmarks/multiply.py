#!/usr/bin/env python3
"""Makes a large archive from a small one: python3 Benchmarks/multiply.py SMALL LARGE TIMES

Copies the rows of articles TIMES over, each copy later than the last and under new numbers, with
the words of the texts in the full-text index. Actors, regions, outlets and traits stay the same,
so that a million articles have the posting lists of a million. The ledger, the marks of copies
and corrections are not multiplied, and each copy is a text of its own: this is for measuring lists, filters, search and counts.
"""

import os
import shutil
import sqlite3
import sys
import time


def integers(blob, count):
    """The first integers of a packed column, and where the rest begins."""
    found, place = [], 0
    for _ in range(count):
        value = shift = 0
        while True:
            byte = blob[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        found.append(value >> 1 if value % 2 == 0 else -(value + 1) >> 1)
    return found, place


def packed(value):
    value = value << 1 if value >= 0 else (-value << 1) - 1
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def later(blob, months):
    """The facets of an article published so many months later."""
    (month,), place = integers(blob, 1)
    return packed(month + months) + bytes(blob[place:])


def main():
    small, large, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for suffix in ["", "-wal", "-shm"]:
        if os.path.exists(large + suffix):
            os.remove(large + suffix)
    source = sqlite3.connect(small)
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    count, first, last, rows = source.execute(
        "SELECT count(*), min(published), max(published), max(id) FROM article").fetchone()
    source.close()
    shutil.copy(small, large)
    db = sqlite3.connect(large, isolation_level=None)
    db.create_function("later", 2, later, deterministic=True)
    db.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;")
    month = 30 * 86_400
    step = ((last - first) // month + 1)
    start = time.time()
    for table in ["article", "article_text", "article_coding", "article_findings",
                  "article_facets"]:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        changed = {
            "id": f"id + n * {rows}", "published": f"published + n * {step * month}",
            "external_id": "external_id || '-' || n"}
        if table == "article_facets":
            changed["packed"] = f"later(packed, n * {step})"
        values = ", ".join(changed.get(column, column) for column in columns)
        db.execute(f"CREATE TEMP TABLE old AS SELECT * FROM {table}")
        db.execute(f"""
            INSERT INTO {table} ({', '.join(columns)})
            WITH RECURSIVE copies (n) AS
              (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {times - 1})
            SELECT {values} FROM copies CROSS JOIN old WHERE {times} > 1""")
        db.execute("DROP TABLE old")
        print(f"{table} {time.time() - start:.0f} s", file=sys.stderr)
    for table, columns in [
        ("mention", "actor, {published}, {article}, form, n, roles"),
        ("region_mention", "region, {published}, {article}, n"),
        ("trait_mention", "trait, {published}, {article}"),
    ]:
        plain = columns.format(published="published", article="article")
        shifted = columns.format(
            published=f"published + copy * {step * month}", article=f"article + copy * {rows}")
        db.execute(f"CREATE TEMP TABLE old AS SELECT {plain} FROM {table}")
        db.execute(f"DELETE FROM {table}")
        db.execute(f"""
            INSERT INTO {table} ({plain})
            WITH RECURSIVE copies (copy) AS
              (SELECT 0 UNION ALL SELECT copy + 1 FROM copies WHERE copy < {times - 1})
            SELECT {shifted} FROM old CROSS JOIN copies ORDER BY 1, 2, 3""")
        db.execute("DROP TABLE old")
        print(f"{table} {time.time() - start:.0f} s", file=sys.stderr)
    db.execute(f"""
        INSERT OR IGNORE INTO article_copy (article, text) SELECT id, id FROM article""")
    for table in ["actor", "region", "trait", "outlet"]:
        db.execute(f"UPDATE {table} SET articles = articles * {times}")
    db.execute(f"UPDATE actor SET statements = statements * {times}")
    db.execute(f"""UPDATE tally SET articles = articles * {times}, statements = statements * {times},
        events = events * {times}, figures = figures * {times}""")
    search(db, rows, times)
    print(f"search {time.time() - start:.0f} s", file=sys.stderr)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    print(f"{count * times} articles, {os.path.getsize(large) / 1e6:.0f} MB", file=sys.stderr)


def search(db, rows, times):
    """The index again, for all copies: words are read back out of it, term by term."""
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, article_fts, instance)")
    texts = {}
    for term, row, column, offset in db.execute("SELECT term, doc, col, offset FROM temp.words"):
        texts.setdefault(row, {"text": [], "said": []})[column].append((offset, term))
    texts = [
        (row, *(" ".join(term for _, term in sorted(found[column])) for column in ("text", "said")))
        for row, found in sorted(texts.items())]
    for copy in range(1, times):
        db.execute("BEGIN")
        db.executemany(
            "INSERT INTO article_fts (rowid, text, said) VALUES (?, ?, ?)",
            ((row + copy * rows, text, said) for row, text, said in texts))
        db.execute("COMMIT")


if __name__ == "__main__":
    main()
