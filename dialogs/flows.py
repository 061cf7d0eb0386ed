"""Every flow by its name."""

from collections.abc import Mapping

from dialogs.first_contact.flow import FIRST_CONTACT
from dialogs.flow import Flow
from dialogs.receive.flow import RECEIVE
from dialogs.share.flow import SHARE

FLOWS: Mapping[str, Flow] = {flow.name: flow for flow in (SHARE, RECEIVE, FIRST_CONTACT)}
