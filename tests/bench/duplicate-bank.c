#include "duplicate-bank.h"

#include <string.h>

/* A made-up bank for the duplicate finder. A question is an opening, three topics
 * and a setting, in one of several frames; no two have the same topics in the same
 * setting, so that whatever the finder reports besides what was planted is wrong,
 * and many differ in a single topic by chance. Each fourth has a scenario of some
 * fifty words besides.
 *
 * Planted as the same: punctuation and capitals; a number in front; clauses and
 * enumerated topics in other order; an article gone or added; a word inflected;
 * an ordinary word for another; a slip in a long word; a tenth of the words of the
 * scenario replaced by any others; several of these at once, a tenth of the words
 * at most. The pairs of ordinary words follow the lists of plain-English campaigns
 * ("utilise: use"), written before and apart from those that the finder has: some
 * are in both, others in one.
 *
 * Planted as different: one word for another that matters. */

static const char *const topics[] = {
  "mutex", "semaphore", "deadlock", "scheduler", "interrupt", "garbage collector", "allocator",
  "compiler", "linker", "parser", "tokenizer", "hash table", "binary tree", "linked list", "heap",
  "stack", "queue", "graph", "trie", "bloom filter", "index", "transaction", "trigger", "view",
  "stored procedure", "replica", "shard", "partition", "backup", "migration", "schema", "foreign key",
  "cache", "proxy", "load balancer", "firewall", "router", "switch", "packet", "socket", "certificate",
  "token", "cookie", "session", "password", "permission", "role", "policy", "audit log", "webhook",
  "endpoint", "gateway", "container", "cluster", "pipeline", "artifact", "repository", "branch",
  "merge conflict", "code review", "unit test", "mock", "fixture", "regression", "benchmark",
  "profiler", "debugger", "breakpoint", "stack trace", "exception", "coroutine", "closure",
  "generic", "interface", "mixin", "decorator", "iterator", "stylesheet", "component", "state store",
  "animation", "font", "layout", "wireframe", "prototype", "persona", "survey", "interview guide",
  "roadmap", "backlog", "sprint", "retrospective", "standup", "milestone", "budget", "forecast",
  "contract", "invoice", "discount", "quota", "lead", "territory", "renewal", "complaint", "refund",
  "ticket", "escalation", "handover", "shift", "roster", "triage", "medication", "infusion", "wound",
  "catheter", "allergy", "discharge", "ward round", "isolation", "fall", "relative", "vaccine",
  "apprentice", "appraisal", "dismissal", "promotion", "salary", "relocation", "onboarding",
  "mentor", "feedback", "workshop", "deadline", "vendor", "warehouse", "forklift", "shipment",
  "customs form", "recall", "calibration", "weld", "blueprint", "scaffold", "permit", "inspection",
  "lesson plan", "pupil", "parents' evening", "curriculum", "exam", "grant", "donor", "volunteer",
};

static const char *const settings[] = {
  "in a hospital", "in a small bank", "in a warehouse at night", "for a mobile game",
  "on a legacy mainframe", "during an outage", "in a remote team", "for a public library",
  "under heavy traffic", "in a regulated market", "at a trade fair", "for a satellite",
  "in a primary school", "on a construction site", "for a news site", "in an open source project",
  "after a merger", "in your first week", "for a family business", "at the end of a quarter",
  "on a tight budget", "in a courtroom", "for an airline", "in a start-up", "for a charity",
  "on an embedded board", "across three time zones", "in a call centre", "in a laboratory",
  "for a city council",
};

/* $a, $b, $c: topics; $s: the setting, which may move to the front. */
static const char *const frames[] = {
  "How would you utilise a $a together with the $b and a $c $s?",
  "Describe a situation $s when a $a was important for the $b, and what the $c had to do with it.",
  "What problems can a $a cause for a $b and a $c $s?",
  "Which approach do you choose $s to demonstrate a $a, a $b and the $c?",
  "Tell me about a mistake with a $a that you had to fix $s while the $b and a $c needed attention.",
  "What is the difference between a $a, a $b and a $c $s?",
  "Explain how you ensure that a $a and a $b do not harm the $c $s.",
  "When do you start to replace a $a by a $b $s, and why does a $c often help?",
  "How do you decide $s whether the $a or the $b is sufficient for a $c?",
  "What are the advantages of a $a over many a $b $s if a $c is required?",
};

static const char *const scenarios[] = {
  "The $a stopped working on a Friday afternoon and the people who know it well had already gone "
  "home; the $b showed strange values, somebody had written a short note about the $c, and two "
  "visitors were waiting in the corridor with their bags, asking friendly questions about the plan "
  "for Monday morning and the weather.",
  "Your predecessor left behind a thick folder about the $a, some loose sheets that mention a $b, and "
  "a promise to the director that the $c will be ready by summer; nobody remembers who signed it, "
  "the neighbours complain about noise, and the printer on the third floor jams every day at noon.",
  "A friend of the owner offers to look after the $a for free, provided that the $b stays as it is "
  "and the old $c is painted green; the accountant smiles, the youngest colleague rolls her eyes, and "
  "the meeting ends with cold coffee, a torn calendar and a long silence.",
};

static const char *const synonyms[][2] = {
  { "utilise", "use" }, { "situation", "circumstance" }, { "important", "crucial" },
  { "problems", "issues" }, { "cause", "produce" }, { "approach", "method" }, { "choose", "select" },
  { "demonstrate", "show" }, { "mistake", "error" }, { "fix", "repair" }, { "fix", "resolve" },
  { "needed", "required" }, { "difference", "distinction" }, { "ensure", "guarantee" },
  { "harm", "damage" }, { "start", "begin" }, { "start", "commence" }, { "replace", "substitute" },
  { "often", "frequently" }, { "help", "assist" }, { "decide", "determine" },
  { "sufficient", "enough" }, { "advantages", "benefits" }, { "required", "needed" },
  { "Describe", "Explain" }, { "Tell me about", "Describe" }, { "many a", "a" },
  { "together with", "along with" }, { "while", "whilst" }, { "important", "essential" },
};

static const char *const ordinary[] = {
  "green", "window", "quiet", "garden", "morning", "river", "letter", "yellow", "table", "summer",
  "gentle", "street", "paper", "music", "bread", "corner", "winter", "wooden", "bottle", "mirror",
};

static const struct
{
  guint       kind;
  const char *one;
  const char *other;
} hard_words[] = {
  { OTHER_ACRONYM, "over TCP", "over UDP" }, { OTHER_ACRONYM, "with JSON", "with XML" },
  { OTHER_ACRONYM, "by HTTP", "by HTTPS" }, { OTHER_ACRONYM, "as a PDF", "as a CSV" },
  { OTHER_CAPITALS, "with an INNER join", "with an OUTER join" },
  { OTHER_CAPITALS, "where AND applies", "where OR applies" },
  { OTHER_CAPITALS, "by GET", "by POST" },
  { OTHER_NUMBER, "within 3 days", "within 5 days" }, { OTHER_NUMBER, "on IPv4", "on IPv6" },
  { OTHER_NUMBER, "with two people", "with three people" },
  { OTHER_NEGATION, "if it does respond", "if it does not respond" },
  { OTHER_NEGATION, "if they can agree", "if they can't agree" },
  { OTHER_NEGATION, "and are always told", "and are never told" },
  { OTHER_WITHOUT, "with a lock", "without a lock" }, { OTHER_WITHOUT, "with help", "without help" },
  { OTHER_NAME, "in PostgreSQL", "in MySQL" }, { OTHER_NAME, "in Java", "in JavaScript" },
  { OTHER_NAME, "at Siemens", "at Bosch" }, { OTHER_NAME, "in C", "in C++" },
  { OTHER_OPPOSITE, "before lunch", "after lunch" },
  { OTHER_OPPOSITE, "on the client side", "on the server side" },
  { OTHER_OPPOSITE, "when demand increases", "when demand decreases" },
  { OTHER_OPPOSITE, "for synchronous calls", "for asynchronous calls" },
  { OTHER_OPPOSITE, "with a mutable value", "with an immutable value" },
  { OTHER_OPPOSITE, "for a junior hire", "for a senior hire" },
};

/**
 * duplicate_kind_name:
 *
 * Returns: what was done to a question
 */
const char *
duplicate_kind_name (guint kind)
{
  static const char *const names[N_DUPLICATE_KINDS] = {
    "punctuation and capitals", "a number in front", "clauses, topics in other order",
    "an article gone or added", "a word inflected", "an ordinary word for another",
    "a slip in a long word", "a tenth of the scenario replaced", "several of these",
    "TCP, UDP", "INNER, OUTER", "a number", "not, never", "with, without", "a name",
    "an opposite", "another topic", "another topic, in question and scenario",
  };

  return names[kind];
}

/**
 * duplicate_kind_is_same:
 *
 * Returns: whether the question stays the same
 */
gboolean
duplicate_kind_is_same (guint kind)
{
  return kind < OTHER_ACRONYM;
}

/* Questions */

typedef struct
{
  guint a, b, c, setting, frame, scenario;
  gboolean has_scenario;
  gboolean is_moved;  /* the setting stands in front */
  gboolean is_turned; /* the first two topics are exchanged */
  const char *tail;
} Recipe;

/* Whole words only. */
static const char *
find_words (const char *text,
            const char *what)
{
  const char *found = text;

  while ((found = strstr (found, what)) != NULL)
    {
      gboolean begins = found == text || !g_ascii_isalnum (*what) || !g_ascii_isalnum (found[-1]);

      if (begins && !g_ascii_isalnum (found[strlen (what)]))
        return found;
      found++;
    }

  return NULL;
}

static char *
replace (const char *text,
         const char *what,
         const char *with)
{
  const char *found = find_words (text, what);

  if (found == NULL)
    return g_strdup (text);

  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, with, found + strlen (what));
}

static void
change (char       **text,
        const char  *what,
        const char  *with)
{
  char *changed = replace (*text, what, with);

  g_free (*text);
  *text = changed;
}

static void
fill_topics (char         **text,
             const Recipe  *recipe)
{
  change (text, "$a", topics[recipe->is_turned ? recipe->b : recipe->a]);
  change (text, "$b", topics[recipe->is_turned ? recipe->a : recipe->b]);
  change (text, "$c", topics[recipe->c]);
}

static char *
make_prompt (const Recipe *recipe)
{
  char *text = g_strdup (frames[recipe->frame]);

  if (recipe->tail != NULL)
    {
      g_autofree char *tail = g_strdup_printf ("$s %s", recipe->tail);

      change (&text, "$s", tail);
    }

  fill_topics (&text, recipe);
  if (!recipe->is_moved)
    {
      change (&text, "$s", settings[recipe->setting]);
      return text;
    }

  change (&text, " $s", "");
  text[0] = g_ascii_tolower (text[0]);
  {
    char *moved = g_strdup_printf ("%s, %s", settings[recipe->setting], text);

    moved[0] = g_ascii_toupper (moved[0]);
    g_free (text);
    return moved;
  }
}

static char *
make_details (const Recipe *recipe)
{
  char *text = g_strdup (recipe->has_scenario ? scenarios[recipe->scenario] : "");

  fill_topics (&text, recipe);
  return text;
}

static guint
draw (DuplicateBank *self,
      guint          n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static gboolean
is_new (DuplicateBank *self,
        const Recipe  *recipe)
{
  guint low = MIN (recipe->a, MIN (recipe->b, recipe->c));
  guint high = MAX (recipe->a, MAX (recipe->b, recipe->c));
  guint middle = recipe->a + recipe->b + recipe->c - low - high;
  guint key = ((low * 256 + middle) * 256 + high) * 32 + recipe->setting;

  return low < middle && middle < high && g_hash_table_add (self->used, GUINT_TO_POINTER (key + 1));
}

static Recipe
draw_recipe (DuplicateBank *self)
{
  Recipe recipe = { 0 };

  do
    {
      recipe.a = draw (self, G_N_ELEMENTS (topics));
      recipe.b = draw (self, G_N_ELEMENTS (topics));
      recipe.c = draw (self, G_N_ELEMENTS (topics));
      recipe.setting = draw (self, G_N_ELEMENTS (settings));
    }
  while (!is_new (self, &recipe));

  recipe.frame = draw (self, G_N_ELEMENTS (frames));
  recipe.scenario = draw (self, G_N_ELEMENTS (scenarios));
  recipe.has_scenario = draw (self, 4) == 0;

  return recipe;
}

static guint
add (DuplicateBank *self,
     char          *prompt,
     char          *details)
{
  g_ptr_array_add (self->prompts, prompt);
  g_ptr_array_add (self->details, details);

  return self->prompts->len - 1;
}

static guint
add_recipe (DuplicateBank *self,
            const Recipe  *recipe)
{
  return add (self, make_prompt (recipe), make_details (recipe));
}

/* Changes that leave the question the same */

static void
change_punctuation (DuplicateBank  *self,
                    char          **text)
{
  gsize length = strlen (*text);

  switch (draw (self, 4))
    {
    case 0:
      if (strchr (".?", (*text)[length - 1]) != NULL)
        (*text)[length - 1] = '\0';
      break;

    case 1:
      change (text, ", ", " – ");
      change (text, "?", " ?!");
      break;

    case 2:
      {
        char *upper = g_ascii_strup (*text, -1);

        g_free (*text);
        *text = upper;
      }
      break;

    default:
      {
        char *quoted = g_strdup_printf ("**“%s”**", *text);

        g_free (*text);
        *text = quoted;
      }
    }
}

static void
change_number (DuplicateBank  *self,
               char          **text)
{
  guint number = 1 + draw (self, 120);
  char *numbered = NULL;

  switch (draw (self, 6))
    {
    case 0: numbered = g_strdup_printf ("%u. %s", number, *text); break;
    case 1: numbered = g_strdup_printf ("%u) %s", number, *text); break;
    case 2: numbered = g_strdup_printf ("(%u) %s", number, *text); break;
    case 3: numbered = g_strdup_printf ("Q%u: %s", number, *text); break;
    case 4: numbered = g_strdup_printf ("Question %u: %s", number, *text); break;
    default: numbered = g_strdup_printf ("#%u. %s", number, *text); break;
    }

  g_free (*text);
  *text = numbered;
}

static void
change_article (DuplicateBank  *self,
                char          **text)
{
  switch (draw (self, 3))
    {
    case 0: change (text, " a ", " "); break;
    case 1: change (text, " a ", " the "); break;
    default: change (text, " the ", " your "); break;
    }
}

static void
change_form (DuplicateBank  *self,
             char          **text,
             const char     *topic)
{
  g_autofree char *plural = g_strdup_printf (g_str_has_suffix (topic, "y") ? "%s" : "%ss", topic);
  const char *const forms[][2] = {
    { "do you choose", "are you choosing" }, { "had to fix", "fixed" }, { "needed", "need" },
    { "was important", "is important" }, { "do you start", "would you have started" },
    { "do you decide", "are you deciding" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms) && draw (self, 2) == 0; i++)
    change (text, forms[i][0], forms[i][1]);
  change (text, topic, plural);
}

static gboolean
change_word (DuplicateBank  *self,
             char          **text)
{
  guint start = draw (self, G_N_ELEMENTS (synonyms));

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      const char *const *pair = synonyms[(start + i) % G_N_ELEMENTS (synonyms)];

      if (find_words (*text, pair[0]) == NULL)
        continue;

      change (text, pair[0], pair[1]);
      return TRUE;
    }

  return FALSE;
}

/* Two letters in the middle of a long word. */
static void
change_letters (char **text)
{
  for (char *p = *text; *p != '\0';)
    {
      gsize n = strcspn (p, " ,.?'-");

      if (n >= 8 && p[n / 2] != p[n / 2 + 1])
        {
          char kept = p[n / 2];

          p[n / 2] = p[n / 2 + 1];
          p[n / 2 + 1] = kept;
          return;
        }
      p += n + strspn (p + n, " ,.?'-");
    }
}

/* Any word for one in ten. */
static void
change_tenth (DuplicateBank  *self,
              char          **text)
{
  g_auto(GStrv) words = g_strsplit (*text, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < n / 10; i++)
    {
      char **word = &words[draw (self, n)];

      g_free (*word);
      *word = g_strdup (ordinary[draw (self, G_N_ELEMENTS (ordinary))]);
    }

  g_free (*text);
  *text = g_strjoinv (" ", words);
}

static void
change_several (DuplicateBank  *self,
                Recipe         *recipe,
                char          **prompt)
{
  change_article (self, prompt);
  change_word (self, prompt);
  if (draw (self, 2) == 0)
    change_form (self, prompt, topics[recipe->c]);
  if (draw (self, 2) == 0)
    change_punctuation (self, prompt);
  if (draw (self, 2) == 0)
    change_number (self, prompt);
}

static void
plant_same (DuplicateBank *self,
            guint          kind)
{
  Recipe recipe = draw_recipe (self);
  Planted planted = { .kind = kind, .is_same = TRUE };
  char *prompt;
  char *details;

  if (kind == SAME_LONG_TEXT)
    recipe.has_scenario = TRUE;
  planted.origin = add_recipe (self, &recipe);

  if (kind == SAME_ORDER || (kind == SAME_MIXED && draw (self, 2) == 0))
    {
      recipe.is_moved = draw (self, 2) == 0;
      /* "advantages of a over b" are not those of b over a. */
      recipe.is_turned = !recipe.is_moved && recipe.frame != 9 && recipe.frame != 7;
      recipe.is_moved = !recipe.is_turned;
    }

  prompt = make_prompt (&recipe);
  recipe.is_turned = FALSE;
  details = make_details (&recipe);
  switch (kind)
    {
    case SAME_PUNCTUATION: change_punctuation (self, &prompt); break;
    case SAME_NUMBERING: change_number (self, &prompt); break;
    case SAME_ARTICLES: change_article (self, &prompt); break;
    case SAME_INFLECTION: change_form (self, &prompt, topics[recipe.a]); break;
    case SAME_SYNONYM: change_word (self, &prompt); break;
    case SAME_SLIP: change_letters (&prompt); break;
    case SAME_LONG_TEXT: change_tenth (self, &details); break;
    case SAME_MIXED: change_several (self, &recipe, &prompt); break;
    default: break;
    }

  planted.question = add (self, prompt, details);
  g_array_append_val (self->planted, planted);
}

/* Changes that make another question */

static void
plant_other_topic (DuplicateBank *self,
                   guint          kind)
{
  Recipe recipe = draw_recipe (self);
  Planted planted = { .kind = kind };
  Recipe other = recipe;

  recipe.has_scenario = kind == OTHER_NOUN_LONG;
  other.has_scenario = recipe.has_scenario;
  do
    other.a = draw (self, G_N_ELEMENTS (topics));
  while (!is_new (self, &other));

  planted.origin = add_recipe (self, &recipe);
  planted.question = add_recipe (self, &other);
  g_array_append_val (self->planted, planted);
}

static void
plant_other (DuplicateBank *self,
             guint          number)
{
  guint n_words = G_N_ELEMENTS (hard_words);
  guint choice = number % (n_words + 10);
  Planted planted = { 0 };
  Recipe recipe;

  if (choice >= n_words)
    {
      plant_other_topic (self, choice % 2 == 0 ? OTHER_NOUN : OTHER_NOUN_LONG);
      return;
    }

  recipe = draw_recipe (self);
  planted.kind = hard_words[choice].kind;
  recipe.tail = hard_words[choice].one;
  planted.origin = add_recipe (self, &recipe);
  recipe.tail = hard_words[choice].other;
  planted.question = add_recipe (self, &recipe);
  g_array_append_val (self->planted, planted);
}

/**
 * duplicate_bank_new:
 * @n_questions: how many at least
 * @n_planted: duplicates among them, and as many that only look so
 *
 * Returns: (transfer full): the bank, the same for the same numbers
 */
DuplicateBank *
duplicate_bank_new (guint n_questions,
                    guint n_planted)
{
  DuplicateBank *self = g_new0 (DuplicateBank, 1);

  self->prompts = g_ptr_array_new_with_free_func (g_free);
  self->details = g_ptr_array_new_with_free_func (g_free);
  self->planted = g_array_new (FALSE, FALSE, sizeof (Planted));
  self->used = g_hash_table_new (NULL, NULL);
  self->rand = g_rand_new_with_seed (6);

  while (self->prompts->len + 4 * n_planted < n_questions)
    {
      Recipe recipe = draw_recipe (self);

      add_recipe (self, &recipe);
    }
  for (guint i = 0; i < n_planted; i++)
    {
      plant_same (self, i % OTHER_ACRONYM);
      plant_other (self, i);
    }

  return self;
}

/**
 * duplicate_bank_free:
 */
void
duplicate_bank_free (DuplicateBank *self)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->used);
  g_array_unref (self->planted);
  g_ptr_array_unref (self->details);
  g_ptr_array_unref (self->prompts);
  g_free (self);
}
