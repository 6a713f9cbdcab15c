"""Turns presets and the office's configuration into the Policy under which an audit is made."""

from homework_audit.policy.loading import find_configuration, load_policy, presets
from homework_audit.policy.model import Policy

__all__ = ["Policy", "find_configuration", "load_policy", "presets"]
