"""Groups whose commands are imported only when they run, so that ``--version`` and ``--help`` stay quick."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from sanctionscreen.errors import unknown


class LazyCommands(click.Group):
    """A group whose every command is the ``command`` of a module of that name.

    Args:
        package: where the modules are.
        lines: what each command does, in a line, in the order of use.
    """

    def __init__(self, *arguments: Any, package: str, lines: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package
        self.lines = lines

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return list(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, from the module of that name."""
        if cmd_name not in self.lines:
            return None
        command: click.Command = import_module(f"{self.package}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; an unknown one is met with the nearest."""
        if args[0] not in self.lines and not args[0].startswith("-"):
            raise unknown("command", args[0], self.lines)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with a line each, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))
