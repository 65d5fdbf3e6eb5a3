"""Makes the data of the worked example: made-up exports of a Thai company, up to 21 November 2026.

Run `python data/make.py [FOLDER]`. Every run on every machine writes the same bytes: each file has its own seed, only
`Random.random` is used (its sequence never changes between versions of Python) and no function of the machine's
mathematics library. The blemishes of real exports are meant; `okrengine.yaml` says how each is read.
"""  # noqa: INP001  a script, not part of a package

import sys
from pathlib import Path

from making import service, trade, voices

MAKERS = (
    voices.make_surveys,
    voices.make_cards,
    voices.make_reviews,
    service.make_tickets,
    service.make_articles,
    service.make_coaching,
    service.make_complaints,
    trade.make_messages,
    trade.make_followers,
    trade.make_orders,
    trade.make_features,
)


def main(folder: Path) -> None:
    """Write every file below `folder`."""
    for make in MAKERS:
        make(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
