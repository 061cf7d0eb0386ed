"""Every flow by its name."""

from collections.abc import Mapping

from dialogs.document.flow import DOCUMENT
from dialogs.flow import Flow
from dialogs.share.flow import SHARE

FLOWS: Mapping[str, Flow] = {SHARE.name: SHARE, DOCUMENT.name: DOCUMENT}
