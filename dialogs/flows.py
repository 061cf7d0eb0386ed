"""Every flow by its name."""

from collections.abc import Mapping

from dialogs.authority.flow import AUTHORITY
from dialogs.case_summary.flow import CASE_SUMMARY
from dialogs.document.flow import DOCUMENT
from dialogs.first_contact.flow import FIRST_CONTACT
from dialogs.flow import Flow
from dialogs.gather.flow import GATHER
from dialogs.receive.flow import RECEIVE
from dialogs.share.flow import SHARE

FLOWS: Mapping[str, Flow] = {
    flow.name: flow for flow in (SHARE, GATHER, DOCUMENT, RECEIVE, FIRST_CONTACT, AUTHORITY, CASE_SUMMARY)
}
