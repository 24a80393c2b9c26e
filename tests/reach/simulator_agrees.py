"""Thousands of random small networks: the analysis and the packet-by-packet simulator must never disagree.

usage: simulator_agrees.py CAIRN FIRST COUNT     (REACH_SOAK=N: N times as many networks, from another start)
"""
import collections
import os
import sys

from asking import Undefined, answers
from cairn import Cairn, Refused
from invent import invent
from render import render
from shrink import shrink
from yaml_text import to_yaml

NO_SHARE = 4  # most random questions are answered by no: keep so many of those about a network


def expected(network, questions):
    """(question, the simulator's answers in all worlds), the questions chosen so that all answers are common."""
    chosen, noes = [], 0
    for question in dict.fromkeys(questions):
        try:
            found = answers(network, question)
        except Undefined:
            continue
        noes += found == {"no"}
        if found != {"no"} or noes <= NO_SHARE:
            chosen.append((question, found))
    return chosen


def right(answer, found):
    """In one world: that answer. In several: theirs if they agree, or unknown."""
    return answer in found if len(found) == 1 and answer != "unknown" else answer == "unknown" and len(found) > 1


def judged(cairn, network, seed, asked, plain=False):
    """The questions that the analysis answers wrongly, as (question, its answer, the simulator's)."""
    if not asked:
        return []
    got = cairn.answers(render(network, seed, plain), [question for question, _ in asked])
    several = bool(set(len(found) for _, found in asked) - {1})
    return [(question, answer, found) for (question, found), answer in zip(asked, got)
            if not right(answer, found) and not (answer == "unknown" and several_worlds(network))]


def several_worlds(network):
    from simulator import undecided
    return bool(undecided(network))


def report(cairn, network, seed, question):
    def goes_wrong(less, plain=False):
        return bool(judged(cairn, less, seed, expected(less, [question]), plain))
    small = shrink(network, goes_wrong)
    plain = goes_wrong(small, plain=True)
    (_, answer, found), = judged(cairn, small, seed, expected(small, [question]))
    print(f"\nnetwork {seed}: `{question}` is {' or '.join(sorted(found))} packet by packet, the analysis says {answer}"
          f"{'' if plain else ' (with these spellings only)'}\n{to_yaml(render(small, seed, plain))}", flush=True)


def main(program, first, count):
    soak = int(os.environ.get("REACH_SOAK", "0"))
    if soak:
        first, count = first + int(os.environ.get("REACH_SEED", "1000000")), count * soak
    cairn, tally, came, wrong = Cairn(program), collections.Counter(), collections.Counter(), 0
    for seed in range(first, first + count):
        network, questions = invent(seed, 30)
        asked = expected(network, questions)
        try:
            mistakes = judged(cairn, network, seed, asked)
        except Refused as refusal:
            print(f"\nnetwork {seed}: {refusal}\n{to_yaml(render(network, seed))}")
            wrong += 1
            mistakes = []
        tally.update("/".join(sorted(found)) for _, found in asked)
        came.update("/".join(sorted(found)) for question, found in asked if question.source == "internet")
        for question, answer, found in mistakes[:1]:
            report(cairn, network, seed, question)
        wrong += len(mistakes)
        if wrong >= int(os.environ.get("REACH_STOP", "5")):
            break
    print(f"{seed - first + 1} networks, {sum(tally.values())} questions, {wrong} wrong; "
          + ", ".join(f"{count} {word}" for word, count in tally.most_common()))
    if not wrong and any(part[word] * 20 < sum(part.values()) for part in (tally, came) for word in ("yes", "no", "some")):
        print("the questions are too one-sided to say much")
        wrong = 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
