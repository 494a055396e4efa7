"""What is sent to an address: the form a rightful person finds there, filled so that it changes something."""

from .addresses import Address
from .canaries import World
from .crawling import Caller
from .forms import filled, form_in
from .payloads_files import SENT as OF_FILES
from .payloads_office import ADDED
from .payloads_office import SENT as IN_OFFICE
from .payloads_public import SENT as OUTSIDE

SENT = IN_OFFICE | OF_FILES | OUTSIDE


def written_for(address: Address, world: World) -> dict:
    """What is written down for an address, without asking anybody for its form."""
    written = SENT.get(address.key) or SENT.get(address.name)
    return written(world) if written else {}


def sent_to(address: Address, world: World, rightful: Caller) -> dict:
    """What a rightful person sends to this address so that it changes something."""
    if address.key in SENT or address.name in SENT:
        return written_for(address, world)
    form = filled(form_in(rightful.call(address, "GET", keeps_body=True).body))
    added = ADDED.get(address.name)
    return form | (added(world) if added else {})
