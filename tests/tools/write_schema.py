"""Writes the JSON Schema of the exchange format: `python -m tests.tools.write_schema`, after a change of the models."""

from pathlib import Path

from medreview.operations import exchange

SCHEMA = Path(exchange.__file__).with_name("exchange-1.schema.json")

if __name__ == "__main__":
    SCHEMA.write_text(exchange.json_schema(), encoding="utf-8", newline="\n")
