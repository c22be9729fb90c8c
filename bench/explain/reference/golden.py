"""Writes golden values beside the Java tests that read them."""
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "explain/src/test/resources/opsis/explain"


def write(name, value):
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
