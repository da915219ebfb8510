#!/usr/bin/python3
"""Do the sums of the scoring again, on interviews drawn at random.

usage: check_scores.py SCORE-CASES [N]

Draws N interviews (10,000), has the program do their sums, and compares them
with sums of its own: written from the rules in the manual, in exact fractions,
with nothing in common with the code but the format of the lines.
"""
import fractions
import random
import subprocess
import sys

SCALES = [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4],
    [0, 1],
    [1, 2, 3],
    [-3, -2, -1, 0, 1, 2, 3],
    [10, 20, 50],
]
NOT_ASKED, NO_EVIDENCE, PARTLY, ANSWERED = range(4)
UNSCORED, IS_NOT_ASKED, IS_NO_EVIDENCE, NOT_ASSESSED, UNRATED, RATED = range(6)
ASKED_MS = 30000


def draw_item(dice, rubrics, n_competencies):
    rubric = dice.choice([None, *range(len(rubrics))])
    scale = rubrics[rubric or 0]
    return {
        "rubric": rubric,
        "competency": dice.choice([None, *range(n_competencies)]),
        "scored": int(dice.random() < 0.85),
        "outcome": dice.choice([NOT_ASKED, NO_EVIDENCE, PARTLY, ANSWERED, ANSWERED, ANSWERED]),
        "rating": dice.choice([None, *scale, *scale]),
        "not_assessed": int(dice.random() < 0.1),
        "weight": dice.choice([1, 1, 1, 2, 3, 9]),
        "knock_out": dice.choice([None, None, None, dice.choice(scale)]),
        "evidence": int(dice.random() < 0.2),
        "ms": dice.choice([0, 0, ASKED_MS - 1, ASKED_MS, 600000]),
    }


def draw(dice):
    rubrics = [dice.choice(SCALES) for _ in range(dice.randint(1, 4))]
    n_competencies = dice.randint(0, 5)
    return {
        "rubrics": rubrics,
        "competencies": [dice.choice([None, *rubrics[0]]) for _ in range(n_competencies)],
        "items": [draw_item(dice, rubrics, n_competencies) for _ in range(dice.randint(0, 25))],
    }


def write(interview):
    numbers = [len(interview["rubrics"])]
    for scale in interview["rubrics"]:
        numbers += [len(scale), *scale]
    numbers += [len(interview["competencies"]), *interview["competencies"]]
    numbers.append(len(interview["items"]))
    for item in interview["items"]:
        numbers += item.values()
    return " ".join("-" if number is None else str(number) for number in numbers)


def counts_as_rated(item):
    return bool(item["scored"] and item["rating"] is not None
                and item["outcome"] in (PARTLY, ANSWERED))


def waits(item):
    """Whether an item wants a rating, or a word about what became of it."""
    if not item["scored"] or item["not_assessed"] or counts_as_rated(item):
        return False
    if item["outcome"] in (PARTLY, ANSWERED):
        return True
    return item["outcome"] == NOT_ASKED and bool(item["evidence"] or item["ms"] >= ASKED_MS)


def standing(item):
    if not item["scored"]:
        return UNSCORED
    if counts_as_rated(item):
        return RATED
    if item["not_assessed"]:
        return NOT_ASSESSED
    if waits(item):
        return UNRATED
    return IS_NO_EVIDENCE if item["outcome"] == NO_EVIDENCE else IS_NOT_ASKED


def knock_out(item):
    if not item["scored"] or item["knock_out"] is None:
        return 0
    if not counts_as_rated(item):
        return 1
    return 2 if item["rating"] >= item["knock_out"] else 3


def means(interview, items):
    """One line for each scale: its first rubric, mean, rated, of, weighted."""
    rubrics = interview["rubrics"]
    result = []
    for place, scale in enumerate(rubrics):
        if scale in rubrics[:place]:
            continue
        here = [item for item in items
                if item["scored"] and rubrics[item["rubric"] or 0] == scale]
        if not here:
            continue
        # An answer of weight 3 is three answers: no division but the last one.
        ratings = [item["rating"] for item in here if counts_as_rated(item)
                   for _ in range(item["weight"])]
        mean = fractions.Fraction(sum(ratings), len(ratings)) if ratings else 0
        rated = [item for item in here if counts_as_rated(item)]
        result.append((f"rubric-{place}", float(mean), len(rated), len(here),
                       int(any(item["weight"] != 1 for item in rated))))
    return result


def one_mean(of_scales):
    rated = [mean for mean in of_scales if mean[2] > 0]
    counts = (sum(mean[2] for mean in of_scales), sum(mean[3] for mean in of_scales))
    if len(rated) == 1:
        return (rated[0][0], rated[0][1], *counts, 0)
    return ("-", 0.0, *counts, int(len(rated) > 1))


def say_means(interview, items):
    of_scales = means(interview, items)
    words = [len(of_scales)]
    for mean in of_scales:
        words += mean
    return words + [*one_mean(of_scales)]


def expect(interview):
    items = interview["items"]
    words = ["means", *say_means(interview, items)]
    n_open = 0
    for place, rating in enumerate(interview["competencies"]):
        own = [item for item in items if item["competency"] == place]
        wants = int(rating is None and any(counts_as_rated(item) for item in own))
        n_open += wants
        words += ["competency", *say_means(interview, own), wants]
    words += ["standings", *([standing(item) for item in items].count(k) for k in range(6))]
    words += ["knock-outs", *([knock_out(item) for item in items].count(k) for k in range(4))]
    unrated = [item for item in items if item["scored"] and not item["not_assessed"]
               and item["outcome"] in (PARTLY, ANSWERED) and item["rating"] is None]
    words += ["parts", int(not unrated),
              int(n_open == 0 and not any(waits(item) for item in items))]
    return words


def equal(word, expected):
    # The nearest double to the exact fraction is what one division gives.
    return float(word) == expected if isinstance(expected, float) else word == str(expected)


def main():
    program = sys.argv[1]
    n_interviews = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    dice = random.Random(2026)
    interviews = [draw(dice) for _ in range(n_interviews)]
    text = "\n".join(write(interview) for interview in interviews) + "\n"
    output = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    lines = output.stdout.splitlines()
    n_wrong = int(len(lines) != n_interviews)

    for interview, line in zip(interviews, lines):
        words = line.split()
        expected = expect(interview)
        if len(words) != len(expected) or not all(map(equal, words, expected)):
            n_wrong += 1
            print(f"differs:\n  {interview}\n  {line}\n  {expected}")

    n_items = sum(len(interview["items"]) for interview in interviews)
    print(f"{n_interviews} interviews with {n_items} items, {n_wrong} wrong")
    sys.exit(n_wrong > 0)


if __name__ == "__main__":
    main()
