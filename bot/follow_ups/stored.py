"""Follow-ups as they are stored."""

from bot.record_mapping import RecordMapping
from bot.storage.records import StoredFollowUp
from dialogs.follow_ups.follow_up import FollowUp

_FOLLOW_UPS = RecordMapping(FollowUp, StoredFollowUp, {"tenant": "tenant_id", "channel": "channel_id"})
to_stored = _FOLLOW_UPS.to_record
from_stored = _FOLLOW_UPS.from_record
