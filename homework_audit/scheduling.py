"""Turns a nightly check into a job that cron, systemd or the Windows task scheduler takes as it is."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import time
from pathlib import PurePath
from typing import Final, NamedTuple

from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.values.expressions import expression

_NAME: Final = "homework-audit"
_PLAIN: Final = expression(r"[\w.:\\/-]+")


class Nightly(NamedTuple):
    """One check a night: the command and its arguments, all paths absolute; the folder it starts in, its log, its secrets' file."""

    command: tuple[str, ...]
    folder: str
    log: str
    environment: str
    at: time


def cron(job: Nightly, lang: Lang) -> str:
    """Lines for `crontab -e`: every night, and after every start of the machine, for cron itself forgets what it missed."""
    load = f"if [ -r {shlex.quote(job.environment)} ]; then set -a; . {shlex.quote(job.environment)}; set +a; fi"
    kept = f"mkdir -p {shlex.quote(str(PurePath(job.log).parent))}"
    run = f"cd {shlex.quote(job.folder)} && {kept} && {shlex.join(job.command)} >> {shlex.quote(job.log)} 2>&1"
    line = f"{load}; {run}".replace("%", r"\%")  # cron takes a bare one for the end of the line
    told = [f"# {text}" for text in say(lang, "schedule.cron").splitlines()]
    return "\n".join([*told, f"{job.at.minute} {job.at.hour} * * * {line}", f"@reboot sleep 300; {line}"]) + "\n"


def systemd(job: Nightly, lang: Lang) -> str:
    """A script that installs a service and its timer for the user who runs it; a missed night is made up for."""
    told = [f"# {text}" for text in say(lang, "schedule.systemd").splitlines()]
    service = [
        "[Unit]",
        f"Description={_NAME}",
        "[Service]",
        "Type=oneshot",
        f"WorkingDirectory={_percent(job.folder)}",
        f"EnvironmentFile=-{_percent(job.environment)}",
        f"ExecStart={' '.join(_systemd_quoted(part) for part in job.command)}",
        f"StandardOutput=append:{_percent(job.log)}",
        f"StandardError=append:{_percent(job.log)}",
        "SuccessExitStatus=1",
        "TimeoutStartSec=6h",
    ]
    timer = [
        "[Unit]",
        f"Description={_NAME}",
        "[Timer]",
        f"OnCalendar=*-*-* {job.at:%H:%M}:00",
        "Persistent=true",
        "[Install]",
        "WantedBy=timers.target",
    ]
    lines = [*told, f"mkdir -p ~/.config/systemd/user {shlex.quote(str(PurePath(job.log).parent))}"]
    for suffix, unit in (("service", service), ("timer", timer)):
        lines += [f"cat > ~/.config/systemd/user/{_NAME}.{suffix} <<'END_OF_UNIT'", *unit, "END_OF_UNIT"]
    lines += ["systemctl --user daemon-reload", f"systemctl --user enable --now {_NAME}.timer"]
    return "\n".join(lines) + "\n"


def windows(job: Nightly, lang: Lang) -> str:
    """A PowerShell script that registers a task; a night that was missed is made up for when the computer is on again."""
    told = [f"# {text}" for text in say(lang, "schedule.windows").splitlines()]
    line = f'/d /s /c "{" ".join(map(_cmd_quoted, job.command))} >> "{job.log}" 2>&1"'
    settings = "-StartWhenAvailable -MultipleInstances IgnoreNew -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries"
    lines = [
        *told,
        f"New-Item -ItemType Directory -Force -Path {_literal(str(PurePath(job.log).parent))} | Out-Null",
        f"$action = New-ScheduledTaskAction -Execute cmd.exe -Argument {_literal(line)} -WorkingDirectory {_literal(job.folder)}",
        f"$trigger = New-ScheduledTaskTrigger -Daily -At '{job.at:%H:%M}'",
        f"$settings = New-ScheduledTaskSettingsSet {settings} -ExecutionTimeLimit (New-TimeSpan -Hours 6)",
        f"Register-ScheduledTask -TaskName {_NAME} -Action $action -Trigger $trigger -Settings $settings -Force",
    ]
    return "\n".join(lines) + "\n"


SCHEDULERS: Final[dict[str, Callable[[Nightly, Lang], str]]] = {"cron": cron, "systemd": systemd, "windows": windows}
"""The schedulers that a job can be made for."""


def _percent(text: str) -> str:
    """Systemd replaces «%h» and its like."""
    return text.replace("%", "%%")


def _systemd_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{_percent(escaped)}"'


def _cmd_quoted(text: str) -> str:
    """A word of a command line of cmd.exe, to which «&» and brackets mean something outside of quotes."""
    return text if _PLAIN.fullmatch(text) else f'"{text}"'


def _literal(text: str) -> str:
    """Text as PowerShell takes it word for word."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
