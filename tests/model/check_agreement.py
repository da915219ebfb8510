#!/usr/bin/python3
"""Work out agreement between raters again, on ratings drawn at random.

usage: check_agreement.py AGREEMENT-CASES [N]

Draws N sets of ratings (10,000), has the program work out kappa and intraclass
correlations, and compares them with a calculation of its own: coefficients and
variances in exact fractions from the definitions in the papers, intervals by
putting their ends back into the formulas and asking what probability the F
distribution gives there, by a series that the code does not use.
"""
import fractions
import itertools
import math
import random
import subprocess
import sys

F = fractions.Fraction
TOLD, TOO_FEW, ONE_LEVEL, ONE_SIDED, NO_DIFFERENCE, COMPLETE = range(6)
MIN_FREEDOM = 0.5
NORMAL = 1.959963984540054
SCALES = [[0, 1], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5], [-3, -2, -1, 0, 1, 2, 3],
          [10, 20, 50]]


# The F distribution -----------------------------------------------------------

def beta_below(x, y, a, b):
    """The regularized incomplete beta function, by DLMF 8.17.7 and 15.2.1."""
    if x > a / (a + b):
        return 1 - beta_below(y, x, b, a)
    front = math.exp(a * math.log(x) + b * math.log(y) + math.lgamma(a + b)
                     - math.lgamma(a + 1) - math.lgamma(b))
    term = total = 1.0
    for n in itertools.count():
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        if term < total * 1e-17:
            return front * total


def f_below(f, d1, d2):
    total = d1 * f + d2
    return beta_below(d1 * f / total, d2 / total, d1 / 2, d2 / 2)


def is_quantile(f, d1, d2):
    return f > 0 and abs(f_below(f, d1, d2) - 0.975) < 1e-7


# Kappa ------------------------------------------------------------------------

def draw_pairs(dice, n_levels, n):
    bias = dice.random()
    pairs = []
    for _ in range(n):
        first = dice.randrange(n_levels)
        second = first if dice.random() < bias else dice.randrange(n_levels)
        pairs.append((first, second))
    if dice.random() < 0.1:
        pairs = [(pairs[0][0], second) for _, second in pairs]
    if dice.random() < 0.05:
        pairs = [(first, pairs[0][1]) for first, _ in pairs]
    return pairs


def expect_kappa(quadratic, n_levels, pairs):
    n = len(pairs)
    if n < 5:
        return TOO_FEW, None, None
    firsts, seconds = {a for a, _ in pairs}, {b for _, b in pairs}
    if len(firsts) == 1 and len(seconds) == 1:
        return (ONE_LEVEL, None, None) if firsts == seconds else (NO_DIFFERENCE, F(0), None)

    def weight(a, b):
        return 1 - F(abs(a - b), n_levels - 1) ** (2 if quadratic else 1)

    levels = range(n_levels)
    of_first = [F(sum(a == level for a, _ in pairs), n) for level in levels]
    of_second = [F(sum(b == level for _, b in pairs), n) for level in levels]
    observed = sum(weight(a, b) for a, b in pairs) / n
    chance = sum(of_first[a] * of_second[b] * weight(a, b) for a in levels for b in levels)
    kappa = (observed - chance) / (1 - chance)
    if len(firsts) == 1 or len(seconds) == 1:
        return ONE_SIDED, kappa, None
    if all(a == b for a, b in pairs):
        return COMPLETE, kappa, None

    rows = [sum(of_second[b] * weight(a, b) for b in levels) for a in levels]
    columns = [sum(of_first[a] * weight(a, b) for a in levels) for b in levels]
    # As Fleiss, Cohen and Everitt print it: over the pairs, one by one.
    spread = sum((weight(a, b) * (1 - chance) - (rows[a] + columns[b]) * (1 - observed)) ** 2
                 for a, b in pairs) / n
    rest = (observed * chance - 2 * chance + observed) ** 2
    error = math.sqrt((spread - rest) / (n * (1 - chance) ** 4))
    return TOLD, kappa, (max(kappa - NORMAL * error, -1), min(kappa + NORMAL * error, 1))


def check_kappa(case, state, value, low, high):
    expected_state, kappa, interval = expect_kappa(*case)
    if state != expected_state or (kappa is not None and value != float(kappa)):
        return False
    # The error is a root: what cancels below it shows more than it counts.
    return interval is None or (abs(low - interval[0]) < 1e-7 and abs(high - interval[1]) < 1e-7)


# Intraclass correlations -----------------------------------------------------

def draw_table(dice, scale, n, sizes):
    noise = dice.random() * 2
    table = []
    for size in sizes:
        place = dice.randrange(len(scale))
        row = [min(max(round(place + dice.gauss(0, noise)), 0), len(scale) - 1)
               for _ in range(size)]
        table.append([scale[k] for k in row])
    shape = dice.random()
    if shape < 0.05:
        table = [[row[0]] * len(row) for row in table]
    elif shape < 0.08:
        table = [[table[0][0]] * len(row) for row in table]
    elif shape < 0.11 and len(set(sizes)) == 1:
        table = [table[0]] * n
    return table


def mean(numbers):
    numbers = list(numbers)
    return F(sum(numbers), len(numbers))


def check_one_way(table, state, value, low, high):
    ratings = [rating for row in table for rating in row]
    n, total = len(table), len(ratings)
    if n < 5:
        return state == TOO_FEW
    if len(set(ratings)) == 1:
        return state == ONE_LEVEL
    if all(len(set(row)) == 1 for row in table):
        return state == COMPLETE and value == 1
    grand = mean(ratings)
    between = sum(len(row) * (mean(row) - grand) ** 2 for row in table) / (n - 1)
    within = sum((rating - mean(row)) ** 2 for row in table for rating in row) / (total - n)
    per_row = (total - F(sum(len(row) ** 2 for row in table), total)) / (n - 1)
    icc = float((between - within) / (between + (per_row - 1) * within))
    if state != TOLD or abs(value - icc) > 1e-9:
        return False
    f, k = float(between / within), float(per_row)
    if f < 1e-9:
        return low <= value + 1e-9 and high >= value - 1e-9

    def implied(end):
        return (1 + (k - 1) * end) / (1 - end)

    return (is_quantile(f / implied(low), n - 1, total - n)
            and is_quantile(implied(high) / f, total - n, n - 1))


def check_two_way(table, state, value, low, high):
    n, k = len(table), len(table[0])
    ratings = [rating for row in table for rating in row]
    if n < 5:
        return state == TOO_FEW
    grand = mean(ratings)
    rows = [mean(row) for row in table]
    columns = [mean(column) for column in zip(*table)]
    between = sum(k * (row - grand) ** 2 for row in rows) / (n - 1)
    raters = sum(n * (column - grand) ** 2 for column in columns) / (k - 1)
    rest = sum((table[i][j] - rows[i] - columns[j] + grand) ** 2
               for i in range(n) for j in range(k)) / ((n - 1) * (k - 1))
    if between == raters == rest == 0:
        return state == ONE_LEVEL
    if rest == 0 and raters == 0:
        return state == COMPLETE and value == 1
    if rest == 0 and between == 0:
        return state == NO_DIFFERENCE and value == 0
    icc = (between - rest) / (between + (k - 1) * rest + F(k, n) * (raters - rest))
    if state != TOLD or abs(value - float(icc)) > 1e-9:
        return False
    # McGraw and Wong's form of the degrees of freedom.
    a = k * icc / (n * (1 - icc))
    b = 1 + k * icc * (n - 1) / (n * (1 - icc))
    top = (a * raters + b * rest) ** 2
    bottom = (a * raters) ** 2 / (k - 1) + (b * rest) ** 2 / ((n - 1) * (k - 1))
    freedom = float(top / bottom) if bottom else 0
    # Below that the quantile is so large that an end of the interval is its limit.
    if freedom < MIN_FREEDOM or between == 0:
        return low <= value + 1e-9 and high >= value - 1e-9
    scaled = k * raters + (k * n - k - n) * rest

    def implied(end):
        """The mean square of the rows that gives this end."""
        end = F(end)
        return (end * scaled + n * rest) / (n * (1 - end))

    return (is_quantile(float(between / implied(low)), n - 1, freedom)
            and is_quantile(float(implied(high) / between), freedom, n - 1))


# All together ----------------------------------------------------------------

def draw(dice):
    kind = dice.choice(["kappa", "one", "two"])
    n = dice.choice([0, 4, 5, 5, 6, 8, 12, 30])
    scale = dice.choice(SCALES)
    if kind == "kappa":
        quadratic = dice.randrange(2)
        pairs = draw_pairs(dice, len(scale), n)
        words = [quadratic, len(scale), n, *itertools.chain(*pairs)]
        return kind, words, (quadratic, len(scale), pairs)
    if kind == "one":
        uneven = dice.random() < 0.7
        size = dice.randint(2, 5)
        sizes = [dice.randint(2, 6) if uneven else size for _ in range(n)]
        table = draw_table(dice, scale, n, sizes)
        words = [n, *itertools.chain(*([len(row), *row] for row in table))]
        return kind, words, table
    n = max(n, 1)
    size = dice.randint(2, 6)
    table = draw_table(dice, scale, n, [size] * n)
    return kind, [n, size, *itertools.chain(*table)], table


def main():
    n_cases = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    dice = random.Random(2026)
    cases = [draw(dice) for _ in range(n_cases)]
    text = "".join(f"{kind} {' '.join(map(str, words))}\n" for kind, words, _ in cases)
    output = subprocess.run([sys.argv[1]], input=text, capture_output=True, text=True, check=True)
    lines = output.stdout.splitlines()
    n_wrong = int(len(lines) != n_cases)
    checks = {"kappa": check_kappa, "one": check_one_way, "two": check_two_way}
    states = [0] * 6

    for (kind, _, case), line in zip(cases, lines):
        state, _, *numbers = line.split()
        states[int(state)] += 1
        if not checks[kind](case, int(state), *map(float, numbers)):
            n_wrong += 1
            print(f"differs:\n  {kind} {case}\n  {line}")

    print(f"{n_cases} cases, {states} by state, {n_wrong} wrong")
    sys.exit(n_wrong > 0 or 0 in states)


if __name__ == "__main__":
    main()
