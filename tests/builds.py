# SPDX-License-Identifier: MIT
"""The build that a suite is run on: $B, and whether that is the sanitized one, $BSAN."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, os.environ.get("B") or "build")
IS_SANITIZED = os.path.realpath(BUILD) == os.path.realpath(os.path.join(ROOT, os.environ.get("BSAN") or "build-san"))
