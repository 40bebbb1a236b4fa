"""``sanctionscreen lists diff``: what changed in a list."""

from __future__ import annotations

import json
from typing import Any

import click

from sanctionscreen.model import EntityMark, ListDiff
from sanctionscreen.store import Store


@click.command("diff")
@click.argument("key")
@click.argument("before", required=False)
@click.argument("after", required=False)
@click.option("--json", "as_json", is_flag=True, help="The whole difference as one JSON object.")
def command(key: str, before: str | None, after: str | None, as_json: bool) -> None:
    """Show which entities came onto the list KEY, left it, or changed, and in which fields.

    BEFORE and AFTER are versions, or the beginning of their names such as their dates. Without AFTER it is
    the current version, without BEFORE the version added before that.
    """
    found = Store().diff(key, before, after)
    if as_json:
        click.echo(found.model_dump_json())
        return
    click.echo(f"{key}: {found.before.version} -> {found.after.version}")
    if found.before.reader != found.after.reader:
        readers = f"{found.before.reader} and {found.after.reader}"
        click.echo(f"Read by versions {readers} of sanctionscreen: some changes may be the reader's.")
    _show(found)


def _show(found: ListDiff) -> None:
    for title, sign, marks in (("added", "+", found.added), ("removed", "-", found.removed)):
        click.echo(f"\n{len(marks):,} {title}")
        for mark in marks:
            click.echo(f"  {sign} {_named(mark)}")
    click.echo(f"\n{len(found.changed):,} changed")
    for change in found.changed:
        click.echo(f"  ~ {_named(change)}")
        for field in change.fields:
            for sign, values in (("-", field.before), ("+", field.after)):
                for value in values:
                    click.echo(f"      {sign} {field.field}: {_text(value)}")


def _named(mark: EntityMark) -> str:
    return f"{mark.id}  {mark.name} ({mark.kind})"


def _text(value: Any) -> str:
    """A value in a line: its text where it has one, and else as JSON."""
    if isinstance(value, dict):
        rest = ((name, part) for name, part in value.items() if name != "text")
        said = ", ".join(
            f"{name} {part if isinstance(part, str) else json.dumps(part)}" for name, part in rest
        )
        text = str(value.get("text", ""))
        return f"{text} ({said})" if text and said else text or said
    return str(value)
