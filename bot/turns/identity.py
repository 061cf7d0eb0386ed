"""Who an activity comes from, as that person is known here.

What is a person's own is kept under their Entra object id in the case in which it first came, or under Teams' id where
Teams has sent no other yet.
"""

from dataclasses import replace

from bot.approvals.channel_commands import names_people
from bot.incoming import Address, Incoming, Scope
from bot.storage.unit_of_work import UnitOfWork


def recognise(unit: UnitOfWork, incoming: Incoming) -> Incoming:
    """Return the activity with the object ids of the sender, and of those a command names, as they are stored."""
    address = incoming.address
    if address.scope is Scope.PERSONAL:
        object_id = _of_personal_chat(unit, address)
    else:
        object_id = _stored(unit, address.tenant_id, address.user_object_id)
    if object_id != address.user_object_id:
        incoming = replace(incoming, address=replace(address, user_object_id=object_id))
    if address.scope is Scope.CHANNEL and names_people(incoming.text):
        known = (replace(one, object_id=_stored(unit, address.tenant_id, one.object_id)) for one in incoming.mentions)
        incoming = replace(incoming, mentions=tuple(known))
    return incoming


def _of_personal_chat(unit: UnitOfWork, address: Address) -> str:
    """Return the object id of the person in this chat; what was theirs by Teams' id alone becomes theirs by it.

    Only the chat itself shows that both ids are of one person: whoever sends another's Teams' id gets nothing by it.
    """
    known, given = unit.address_of(address.conversation_id), address.user_object_id
    same = known is not None and (known.tenant_id, known.user_id) == (address.tenant_id, address.user_id)
    if known is None or not same:
        return _stored(unit, address.tenant_id, given)
    if known.user_object_id and given.lower() in ("", known.user_object_id.lower()):
        return known.user_object_id
    object_id = _stored(unit, address.tenant_id, given)
    if object_id and not known.user_object_id and known.scope is Scope.PERSONAL:
        unit.rename_owner(address.tenant_id, address.user_id, object_id)
    return object_id


def _stored(unit: UnitOfWork, tenant_id: str, object_id: str) -> str:
    return unit.known_object_id(tenant_id, object_id) or object_id if object_id else ""
