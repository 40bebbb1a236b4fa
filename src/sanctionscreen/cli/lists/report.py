"""``sanctionscreen lists report``: what the reader noticed in a list."""

from __future__ import annotations

import json

import click

from sanctionscreen.store import Store


@click.command("report")
@click.argument("key")
@click.option("--version", help="A version, or the beginning of its name; the current one if not said.")
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
def command(key: str, version: str | None, as_json: bool) -> None:
    """Show what was read of the list KEY, what was not, and which records are odd and why."""
    store = Store()
    snapshot = store.snapshot(key, version)
    report = store.report(key, version)
    if as_json:
        click.echo(json.dumps({"snapshot": snapshot.model_dump(mode="json"), **report}, ensure_ascii=False))
        return
    click.echo(f"{key} {snapshot.version}: {snapshot.records:,} records, {snapshot.names:,} names")
    for component, count in report["components"].items():
        click.echo(f"  {component}: {count:,} records")
    for concern in snapshot.concerns:
        click.echo(f"Doubtful: it {concern}")
    for concern in report["accepted"]:
        click.echo(f"Doubted and accepted: it {concern}")
    unread = report["unread"]
    click.echo(f"\n{len(unread):,} fields that nobody reads" if unread else "\nEvery filled field was read.")
    for field, count in unread.items():
        click.echo(f"  {field}: {count:,} times")
    click.echo(f"\n{sum(report['counts'].values()):,} oddities")
    for why, count in sorted(report["counts"].items(), key=lambda pair: -pair[1]):
        click.echo(f"  {count:,} x {why}")
        for odd in [odd for odd in report["oddities"] if odd["why"] == why][:5]:
            click.echo(f"      {odd['record']}, {odd['field']}: {odd['value']}")
