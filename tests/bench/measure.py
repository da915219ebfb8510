"""Times as ratios to a floor in the same run: contenders take turns."""
import json
import statistics


def medians(contenders, rounds, measure):
    """Return {name: median of measure(command)}, one round before uncounted."""
    times = {name: [] for name in contenders}
    for turn in range(rounds + 1):
        for name, command in contenders.items():
            result = measure(command)
            if turn:
                times[name].append(result)
    return {name: statistics.median(results) for name, results in times.items()}


def pack(n_questions):
    """The text of a pack file with that many questions of a usual length."""
    questions = [{
        "prompt": f"How would you find out why request {number} is slower than the others?",
        "answer": "Measure first, then change one thing at a time. " * 8,
        "follow_ups": ["What would you look at first?", "How do you know that it helped?"],
        "positive_indicators": ["Measures before changing", "Names a bound"],
        "red_flags": ["Guesses"],
        "minutes": 5,
    } for number in range(1, n_questions + 1)]
    sections = [{"title": f"Part {start // 50 + 1}", "questions": questions[start:start + 50]}
                for start in range(0, n_questions, 50)]
    return json.dumps({"format": "interview-kit-pack", "version": 1,
                       "title": "A bench", "sections": sections})


class Report:
    """Prints figures and keeps whether each bound held."""

    def __init__(self):
        self.broken = 0

    def figure(self, text, holds=True):
        print(text if holds else f"{text}  <- bound broken")
        self.broken += not holds
