#!/usr/bin/env python3
"""Tantivy beside SearchBench: the same entries and queries, English stemming, any word may match, ten hits.

    tantivy_search.py ENTRIES FOLDER     a line an entry: number, question, phrasings, text and tags between tabs

Says `ready SECONDS` when the index is built in FOLDER. Then each line of the input, FIELDS QUERIES COUNT, has the first COUNT
lines of a file of queries searched once, in one field that has all words (`one`) or in the four fields (`four`); the
answer is a line with the processor time of each in milliseconds and the number of hits.
"""
import sys, time

import tantivy

FIELDS = ["question", "phrasings", "text", "tags"]


def build(entries, folder):
    schema = tantivy.SchemaBuilder()
    for field in FIELDS + ["all"]:
        schema.add_text_field(field, stored=False, tokenizer_name="en_stem", index_option="freq")
    schema.add_integer_field("number", stored=False, fast=True)
    index = tantivy.Index(schema.build(), path=folder)
    writer = index.writer(heap_size=300_000_000, num_threads=1)
    with open(entries, encoding="utf-8") as lines:
        for line in lines:
            number, *texts = line.rstrip("\n").split("\t")
            document = tantivy.Document(number=int(number), all=" ".join(texts))
            for field, text in zip(FIELDS, texts):
                document.add_text(field, text)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def main(entries, folder):
    start = time.process_time()
    index = build(entries, folder)
    searcher = index.searcher()
    print("ready", round(time.process_time() - start, 1), flush=True)
    for line in sys.stdin:
        fields, queries, count = line.rstrip("\n").split("\t")
        with open(queries, encoding="utf-8") as lines:
            asked = [line.rstrip("\n") for line, _ in zip(lines, range(int(count)))]
        names = ["all"] if fields == "one" else FIELDS
        times, hits = [], 0
        for text in asked:
            start = time.thread_time()
            found = searcher.search(index.parse_query(text, names), 10, count=False)
            times.append((time.thread_time() - start) * 1_000)
            hits += len(found.hits)
        print(" ".join(f"{time:.4f}" for time in times), hits, flush=True)


main(*sys.argv[1:])
