"""The parser of YAML: the fastest of PyYAML's that is installed."""

from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
