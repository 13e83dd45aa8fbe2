#!/usr/bin/env python3
"""How good search is, beside SQLite FTS5 (porter, any word) and tantivy (English stemming, any word) in the same run.

    quality.py CORNERMAN SETS [--held-out FILE]

SETS is a folder with a folder for each set: docs.jsonl (id, question, answer, tags, aliases), queries.jsonl and
queries.typo.jsonl (id, text), qrels.tsv (query, document, grade), unanswerable.jsonl (queries whose answer is not there). Every
engine gets the same texts in the same four fields. `+al` has the documents' aliases indexed too. "told apart" is how well the
score of the first hit tells queries with an answer from those without one (area under the curve; 0.5 is chance).

With --held-out, a line a set (`name: id id …`), the last table has the two parts of the documents apart.
"""
import argparse, json, pathlib, re, sqlite3, subprocess, tempfile

import ir_measures
import tantivy
from ir_measures import RR, Success, nDCG
from scipy.stats import mannwhitneyu

MEASURES = [nDCG @ 10, RR @ 10, Success @ 1, Success @ 5]
FIELDS = ["question", "phrasings", "text", "tags"]
# The five settings whose mean the sets' own page compares engines by.
MEAN = ["stackfaq", "hint3", "hint3+al", "banking77", "banking77+al"]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def texts(document, aliases):
    """The four fields of a document."""
    return [document.get("question") or "", " ".join(document.get("aliases") or []) if aliases else "",
            document.get("answer") or "", " ".join(document.get("tags") or [])]


def words(text):
    return re.findall(r"\w+", text.lower())


class FullText:
    name = "FTS5"

    def __init__(self, documents, aliases):
        self.base = sqlite3.connect(":memory:")
        self.base.execute(f"CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, {', '.join(FIELDS)}, tokenize='porter')")
        self.base.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?)", ([one["id"], *texts(one, aliases)] for one in documents))

    def find(self, text):
        any_word = " OR ".join(f'"{word}"' for word in words(text))
        if not any_word:
            return []
        found = self.base.execute("SELECT id, -rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 10", [any_word])
        return found.fetchall()


class Tantivy:
    name = "tantivy"

    def __init__(self, documents, aliases):
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in FIELDS:
            schema.add_text_field(field, stored=False, tokenizer_name="en_stem", index_option="freq")
        self.index = tantivy.Index(schema.build())
        writer = self.index.writer(num_threads=1)
        for one in documents:
            writer.add_document(tantivy.Document(id=one["id"], **dict(zip(FIELDS, texts(one, aliases)))))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def find(self, text):
        query = self.index.parse_query(" ".join(words(text)), FIELDS)
        return [(self.searcher.doc(at)["id"][0], score) for score, at in self.searcher.search(query, 10).hits]


class Cornerman:
    """The built program, by its own command."""
    name = "cornerman"
    fused = "cornerman with a model"

    def __init__(self, binary, folder, aliases, model=None):
        self.binary, self.folder, self.aliases, self.model = binary, folder, aliases, model
        if model:
            self.name = Cornerman.fused

    def run(self, queries):
        with tempfile.TemporaryDirectory() as temporary:
            file = pathlib.Path(temporary, "run")
            subprocess.run(
                [self.binary, "evaluate", self.folder, "--run", file, "--queries", queries,
                 *(["--aliases"] if self.aliases else []), *(["--model", self.model] if self.model else [])],
                check=True, stdout=subprocess.DEVNULL)
            rows = [line.split() for line in file.read_text().splitlines()]
        return {(query, document): float(score) for query, _, document, _, score, _ in rows}


def run(engine, queries):
    """What an engine finds for the queries of a file: the score by query and document."""
    if isinstance(engine, Cornerman):
        return engine.run(queries)
    return {(one["id"], document): score for one in lines(queries) for document, score in engine.find(one["text"])}


def measured(qrels, found):
    """Each measure by query."""
    scored = (ir_measures.ScoredDoc(query, document, score) for (query, document), score in found.items())
    by_query = {measure: {} for measure in MEASURES}
    for one in ir_measures.iter_calc(MEASURES, qrels, list(scored)):
        by_query[one.measure][one.query_id] = one.value
    return by_query


def best(found, queries):
    """The score of the first hit of every query; 0 where nothing was found."""
    scores = {one["id"]: 0.0 for one in lines(queries)}
    for (query, _), score in found.items():
        scores[query] = max(scores[query], score)
    return list(scores.values())


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cornerman")
    parser.add_argument("sets", type=pathlib.Path)
    parser.add_argument("--held-out", type=pathlib.Path)
    parser.add_argument("--model", type=pathlib.Path, help="also go by what is meant, with this file of `make model`")
    options = parser.parse_args()
    held = {}
    if options.held_out:
        for line in options.held_out.read_text().splitlines():
            if not line.startswith("#"):
                name, ids = line.split(":")
                held[name] = set(ids.split())
    first = {}
    parts = {}
    print("| set | engine | nDCG@10 | MRR@10 | S@1 | S@5 | typos: S@1 | told apart |")
    print("| --- | --- | --: | --: | --: | --: | --: | --: |")
    for folder in sorted(path.parent for path in options.sets.glob("*/docs.jsonl")):
        documents = lines(folder / "docs.jsonl")
        qrels = [ir_measures.Qrel(*line.split()[:2], int(line.split()[2]))
                 for line in (folder / "qrels.tsv").read_text().splitlines() if line.strip()]
        for aliases in [False, True] if any(one.get("aliases") for one in documents) else [False]:
            name = folder.name + ("+al" if aliases else "")
            engines = [FullText(documents, aliases), Tantivy(documents, aliases), Cornerman(options.cornerman, folder, aliases)]
            if options.model:
                engines.append(Cornerman(options.cornerman, folder, aliases, options.model))
            for engine in engines:
                plain = run(engine, folder / "queries.jsonl")
                values = measured(qrels, plain)
                typed = measured(qrels, run(engine, folder / "queries.typo.jsonl"))
                without = run(engine, folder / "unanswerable.jsonl")
                answered, others = best(plain, folder / "queries.jsonl"), best(without, folder / "unanswerable.jsonl")
                apart = mannwhitneyu(answered, others).statistic / len(answered) / len(others) if others else None
                success = [values[Success @ 1], typed[Success @ 1]]
                cells = [*(mean(values[measure].values()) for measure in MEASURES), mean(success[1].values()), apart]
                told = ["–" if value is None else f"{value:.3f}" for value in cells]
                print(f"| {name} | {engine.name} | {' | '.join(told)} |", flush=True)
                first[name, engine.name] = [mean(one.values()) for one in success]
                if isinstance(engine, Cornerman) and folder.name in held:
                    parts[name, engine.name] = [split(one, qrels, held[folder.name]) for one in success]
    means(first, parts)


def split(success, qrels, held):
    """Success at 1 of the queries whose documents were not set aside, and of those whose were."""
    about = {one.query_id: one.doc_id for one in qrels if one.relevance > 0}
    return [mean(value for query, value in success.items() if (about[query] in held) == wanted) for wanted in (False, True)]


def means(first, parts):
    print("\n| mean S@1 of", ", ".join(MEAN), "| plain | typos |\n| --- | --: | --: |")
    for engine in FullText.name, Tantivy.name, Cornerman.name, Cornerman.fused:
        if all((name, engine) in first for name in MEAN):
            plain, typed = ([first[name, engine][at] for name in MEAN] for at in (0, 1))
            print(f"| {engine} | {mean(plain):.3f} | {mean(typed):.3f} |")
    for engine in Cornerman.name, Cornerman.fused:
        if not all((name, engine) in parts for name in MEAN):
            continue
        for at, part in enumerate(["documents that weights were chosen on", "documents set aside"]):
            plain, typed = ([parts[name, engine][mode][at] for name in MEAN] for mode in (0, 1))
            print(f"| {engine}, {part} | {mean(plain):.3f} | {mean(typed):.3f} |")


main()
