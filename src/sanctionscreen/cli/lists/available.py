"""``sanctionscreen lists available``: the lists that this version reads."""

from __future__ import annotations

import json

import click

from sanctionscreen.reading import Source, load_source, source_keys
from sanctionscreen.store import add_command


@click.command("available")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def command(as_json: bool) -> None:
    """Show which lists this version reads, and where their publishers put them."""
    for key in source_keys():
        source = load_source(key)
        if as_json:
            click.echo(json.dumps(_data(source)))
        else:
            _show(source)


def _data(source: Source) -> dict[str, object]:
    return {
        "key": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "page": source.page,
        "max_age_days": source.max_age_days,
        "urls": {form.name: dict(form.urls) for form in source.formats},
        "whole_file_read": {form.name: form.whole_file or None for form in source.formats},
    }


def _show(source: Source) -> None:
    click.echo(f"{source.key}  {source.title}\n    {source.publisher}, {source.page}")
    for form in source.formats:
        for name, url in form.urls.items():
            click.echo(f"    {form.name}: {name}  {url}")
        if not form.urls:
            click.echo(f"    {form.name}: a file of your own")
    if source.closed_on:
        click.echo(f"    closed on {source.closed_on}; for reading old copies")
    elif any(form.urls for form in source.formats):
        click.echo(f"    fetch it: sanctionscreen lists update {source.key}")
    click.echo(f"    load it: {add_command(source.key, ' '.join(source.formats[0].urls) or 'FILE')}\n")
