"""Which channel a worker's team has."""

from bot.storage.unit_of_work import UnitOfWork


def channel_of_worker(unit: UnitOfWork, tenant: str, owner: str) -> str:
    """Where what this worker asks goes: the channel noted for them, or the only one there is; "" for none."""
    noted = unit.workers_channel(owner)
    channels = [channel.id for channel in unit.channels(tenant)]
    if noted in channels:
        return noted
    return channels[0] if len(channels) == 1 else ""
