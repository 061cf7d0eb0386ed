"""Every flow by its name."""

from collections.abc import Mapping

from dialogs.engine.flow import Flow
from dialogs.flows.authority.flow import AUTHORITY
from dialogs.flows.case_summary.flow import CASE_SUMMARY
from dialogs.flows.document.flow import DOCUMENT
from dialogs.flows.first_contact.flow import FIRST_CONTACT
from dialogs.flows.gather.flow import GATHER
from dialogs.flows.receive.flow import RECEIVE
from dialogs.flows.share.flow import SHARE

FLOWS: Mapping[str, Flow] = {
    flow.name: flow for flow in (SHARE, GATHER, DOCUMENT, RECEIVE, FIRST_CONTACT, AUTHORITY, CASE_SUMMARY)
}
