"""Time limits of the tests. They end what hangs: each is many times what an idle machine needs, and SLOW scales all of them."""
import os

SLOW = float(os.environ.get("SLOW", "3"))


def limit(seconds):
    """The seconds to wait on a machine as slow as SLOW says."""
    return seconds * SLOW
