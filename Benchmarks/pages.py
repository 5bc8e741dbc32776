#!/usr/bin/env python3
"""Measures how well brink finds the article on a page of the web.

    python3 Benchmarks/pages.py ARTICLES.jsonl [--brink PROGRAM] [--articles N] [--keep FOLDER]

Takes articles (JSON Lines with title, date and text), puts each into five templates with
navigation, advertisements, boxes of related articles and comments, lets brink read the pages,
and compares the words that it found with those of the article. Prints precision, recall and F1
for each template, and how many titles and dates were right; fails when the F1 of a template is
below 0.90.
"""
import argparse
import collections
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

BAR = 0.90

SECTIONS = "Home World Coast Harbours Money Science Books Weather Letters Chess Sport".split()
PHRASES = (
    "I have lived here for forty years, and nothing like this was ever seen|"
    "nobody asks the people who pay for it, do they|you are wrong, as always|"
    "my uncle was at the harbour that day, and he tells it differently|"
    "thank you for this, it is the first piece that explains it|"
    "who wrote this, and why is it on the front page|the ferry was late again, of course|"
    "read a book about it, then come back|well said, though I doubt it"
).split("|")
ADS = (
    "Sail the fjords from 99 a night, breakfast included, book before Sunday|"
    "The mattress that dentists recommend, now with free delivery|"
    "Boots, ropes, lamps: everything for the pier at half the price|"
    "Learn to play the accordion in nine days or get your money back"
).split("|")
HEADLINES = (
    "Five soups for a cold week|Why gulls steal chips|The bridge that nobody crosses|"
    "Quiz: how well do you know your knots?|Choir of Tarnby wins again|"
    "In pictures: the night of the lanterns|What a lighthouse keeper earns"
).split("|")


def comment(random):
    return ". ".join(random.sample(PHRASES, random.randint(1, 4))) + "."


def paragraphs(text):
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 2 or len(text) < 400:
        return lines
    sentences = re.split(r"(?<=[.!?]) +(?=[A-Z\"“])", " ".join(lines))
    return [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]


def links(random, count):
    return [f'<a href="/{random.randint(1, 9999)}">{html.escape(random.choice(HEADLINES))}</a>'
            for _ in range(count)]


def menu(sign):
    return sign.join(f'<a href="/{name.lower()}">{name}</a>' for name in SECTIONS)


def marked(random, paragraph):
    """A paragraph with a link and a word in bold, as editors write them."""
    words = [html.escape(word) for word in paragraph.split(" ")]
    if len(words) > 12:
        at = random.randint(2, len(words) - 4)
        words[at] = f'<a href="/topic">{words[at]}'
        words[at + 1] += "</a>"
        words[-2] = f"<strong>{words[-2]}</strong>"
    return " ".join(words)


def semantic(article, random):
    body = "\n".join(f"<p>{marked(random, p)}</p>" for p in article["paragraphs"])
    comments = "".join(f'<li><b>user{n}</b><p>{comment(random)}</p></li>'
                       for n in range(random.randint(0, 12)))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{article['title']} - Tarnby Post</title>
<meta property="og:site_name" content="Tarnby Post">
<meta property="article:published_time" content="{article['date']}T08:00:00Z"></head><body>
<header><nav>{menu(' ')}</nav></header><main><article><header><h1>{article['title']}</h1>
<p class="byline">By Ana Example</p></header>
<figure><img src="a.jpg" alt=""><figcaption>A pier in the rain, seen from the sea.</figcaption></figure>
{body}</article>
<section class="comments"><h2>Comments</h2><ul>{comments}</ul></section></main>
<aside><h2>Most read</h2><ol><li>{'<li>'.join(links(random, 6))}</ol><p>{random.choice(ADS)}</p></aside>
<footer><p>Tarnby Post, 1 Quay Street. All rights reserved.</p></footer></body></html>"""


def soup(article, random):
    def name():
        return "css-" + "".join(random.choice("abcdefgh0123456789") for _ in range(6))
    leaf = name()
    body = []
    for index, p in enumerate(article["paragraphs"]):
        body.append(f'<p class="{leaf}">{marked(random, p)}</p>')
        if index % 4 == 2:
            body.append(f'<div class="ad-slot"><span>Advertisement</span><p>{random.choice(ADS)}</p></div>')
    comments = "".join(f'<div class="{name()}"><div><a href="/u">user{n}</a></div><div><p>{comment(random)}</p></div></div>'
                       for n in range(random.randint(0, 10)))
    return f"""<html><head><meta charset="utf-8"><title>{article['title']} | Velm Daily</title>
<meta property="og:title" content="{article['title']} | Velm Daily">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{article['date']}"}}</script>
<style>.a {{ color: red }}</style><script>window.x = "<p>never shown</p>";</script></head>
<body class="has-sidebar nav-open"><div class="{name()}"><div class="{name()}">{menu('')}</div>
<div class="{name()}"><div class="{name()}"><h1>{article['title']}</h1><div>Subscribe</div>
<div class="{name()}">{''.join(body)}</div></div>
<div class="{name()}"><div>More on this</div>{''.join(f'<div>{link}</div>' for link in links(random, 8))}</div></div>
<div class="{name()}">{comments}</div><div>Velm Daily | Terms | Privacy</div></div></body></html>"""


def old(article, random):
    body = "<br><br>\n".join(marked(random, p) for p in article["paragraphs"])
    return f"""<HTML><HEAD><TITLE>{article['title']}</TITLE>
<META NAME="date" CONTENT="{article['date']}"></HEAD><BODY>
<TABLE width=100%><TR><TD colspan=3>{menu(' | ')}</TD></TR><TR>
<TD width=15%>{'<br>'.join(links(random, 12))}</TD>
<TD><H1>{article['title']}</H1><FONT size=2>{body}</FONT></TD>
<TD>{random.choice(ADS)}<br><br>{random.choice(ADS)}<br>{'<br>'.join(links(random, 5))}</TD></TR>
<TR><TD colspan=3>Copyright Estmark Broadcasting</TD></TR></TABLE></BODY></HTML>"""


def parted(article, random):
    parts, size = [], 4
    for at in range(0, len(article["paragraphs"]), size):
        text = "".join(f"<p>{marked(random, p)}</p>" for p in article["paragraphs"][at : at + size])
        parts.append(f'<div class="part">{text}</div>')
    box = f"""<div class="related-box"><h3>Read also</h3><ul><li>{'<li>'.join(links(random, 3))}</ul></div>
<div class="newsletter-signup"><form><p>Our letter, every morning, in your box, for nothing at all.</p>
<input name="mail"><button>Sign up</button></form></div>"""
    comments = "".join(f'<div class="comment"><p>{comment(random)}</p></div>' for _ in range(8))
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{article['title']}</title>
<meta name="pubdate" content="{article['date']}"></head><body>
<div id="page"><div class="top">{menu(' ')}</div><div class="story"><h1>{article['title']}</h1>
<ul class="share"><li>Share<li>Tweet<li>Mail</ul>{box.join(parts)}
<div class="tags">{' '.join(links(random, 4))}</div></div>
<div id="disqus_thread">{comments}</div></div></body></html>"""


def lines(article, random):
    body = []
    for index, p in enumerate(article["paragraphs"]):
        body.append(f'<div class="paragraph"><div class="inner">{marked(random, p)}</div></div>')
        if index == 1:
            body.append('<figure><img src="b.jpg"><figcaption>Nets on the quay, photographed last year.'
                        '</figcaption></figure>')
    comments = "".join(f"<div class='kx'><span>user{n}</span><div>{comment(random)}</div></div>"
                       for n in range(random.randint(4, 20)))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252">
<meta property="og:title" content="{article['title']}"><title>{article['title']} – Harbour Wire</title></head>
<body><div role="banner">{menu(' ')}</div><div class="wrap"><h1>{article['title']}</h1>
<time datetime="{article['date']}">some day</time><div class="flow">{''.join(body)}</div>
<div role="complementary"><p>{random.choice(ADS)}</p></div></div>
<div class="kk"><h4>What readers say</h4>{comments}</div></body></html>"""


TEMPLATES = [semantic, soup, old, parted, lines]


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--brink", default=".build/release/brink")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--keep", help="a folder for the pages and what was found on them")
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    articles = [a for a in articles if len(a["text"]) >= 600][: options.articles]

    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.keep or scratch)
        folder.mkdir(exist_ok=True)
        gold = {}
        for number, article in enumerate(articles):
            chance = random.Random(number)
            page = {
                "title": html.escape(article.get("title") or f"Report number {number} from the coast"),
                "date": (article.get("date") or "2022-02-03")[:10],
                "paragraphs": paragraphs(article["text"]),
            }
            for template in TEMPLATES:
                path = folder / f"{number:04}-{template.__name__}.html"
                encoding = "windows-1252" if template is lines else "utf-8"
                path.write_bytes(template(page, chance).encode(encoding, "xmlcharrefreplace"))
                gold[str(path)] = (template.__name__, page, article["text"])
        run = subprocess.run(
            [options.brink, "code", "--as-is", *gold], stdout=subprocess.PIPE, check=False)
        found = {}
        for line in run.stdout.splitlines():
            coded = json.loads(line)
            found[coded["path"]] = coded
        if options.keep:
            (folder / "found.jsonl").write_bytes(run.stdout)

    scores = collections.defaultdict(lambda: [0.0, 0.0, 0.0, 0, 0, 0])
    for path, (template, page, text) in gold.items():
        coded = found.get(path, {})
        body = coded.get("body", "")
        told, wanted = words(body), words(text)
        shared = sum((told & wanted).values())
        precision = shared / max(1, sum(told.values()))
        recall = shared / max(1, sum(wanted.values()))
        row = scores[template]
        row[0] += precision
        row[1] += recall
        row[2] += 2 * precision * recall / max(1e-9, precision + recall)
        row[3] += (coded.get("title") or "").split() == html.unescape(page["title"]).split()
        row[4] += (coded.get("published") or "")[:10] == page["date"]
        row[5] += 1
    failed = False
    print(f"{'template':10} {'precision':>9} {'recall':>7} {'F1':>6} {'titles':>7} {'dates':>6}")
    for template, row in scores.items():
        p, r, f, titles, dates = (value / row[5] for value in row[:5])
        failed |= f < BAR
        print(f"{template:10} {p:9.3f} {r:7.3f} {f:6.3f} {titles:7.2f} {dates:6.2f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
