"""usage: alternatives.py WRITE_ALTERNATIVES

Holds the JSON Schema of groups whose fields depend on one word against the reader: of every document made of some fields
of a toy, both take the same ones.
"""
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

program = sys.argv[1]
schema = json.loads(subprocess.run([program], check=True, capture_output=True).stdout)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

FIELDS = {"shape": ["ball", "box", "bag", "bos"], "radius": [5, 99], "size": [7, "3x4"], "weight": [2],
          "lid": [{"colour": "red"}, {}], "label": ["b"], "other": [1]}


def toys():
    for values in itertools.product(*([None, *each] for each in FIELDS.values())):
        yield {name: value for name, value in zip(FIELDS, values) if value is not None}


documents = [{"name": "a", "toy": toy} for toy in toys()]
documents += [{"name": "a", "others": [toy]} for toy in itertools.islice(toys(), 0, None, 7)]
documents += [{"name": "a", "extra": extra} for extra in (1, "text", [], {}, {"a": [None, True, 1.5]})]
documents += [{"name": "a", "overrides": {"A": value}} for value in (1, "text", [], {"B": {"C": 1}}, None)]
documents += [{"name": "a", "overrides": []}, {}]

with tempfile.TemporaryDirectory() as folder:
    paths = []
    for number, document in enumerate(documents):
        paths.append(pathlib.Path(folder, f"{number}.yaml"))
        paths[-1].write_text(json.dumps(document))
    read = subprocess.run([program, *paths], check=True, capture_output=True, text=True).stdout.split()

failures = []
for document, verdict in zip(documents, read, strict=True):
    if validator.is_valid(document) != (verdict == "taken"):
        failures.append(f"{json.dumps(document)}: {verdict} by the reader, not by the schema")
taken = read.count("taken")
if taken < 20 or len(read) - taken < 100:
    failures.append(f"only {taken} of {len(read)} documents were taken")
print("\n".join(failures[:20]) or f"{taken} of {len(read)} documents taken, by the schema as by the reader")
sys.exit(bool(failures))
