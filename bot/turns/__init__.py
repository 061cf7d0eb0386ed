"""One activity handled in one transaction.

In the order of a press: `conversation.py` begins the turn and its transaction, and begins it again where Teams or the
database has to be asked twice; `router.py` finds the handler; `handlers.py` has the handlers, which see what
`context.py` gives them and return a result; `turn.py` stores the result, has it drawn, and leaves the cards in the
outbox, which is sent after the commit; `card_in_front.py` remembers the buttons of the card, so that they can be typed
next. A team's channel has `channel_turn.py` instead of handlers.
"""
