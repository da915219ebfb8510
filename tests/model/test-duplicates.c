#include "ik-duplicate-index.h"
#include "ik-wording.h"

/* Whether the finder takes two questions for the same, in a bank of these two. */
static gboolean
are_duplicates (const char *one,
                const char *one_details,
                const char *other,
                const char *other_details)
{
  g_autoptr(IkDuplicateIndex) index = ik_duplicate_index_new ();
  g_autoptr(GArray) pairs = NULL;

  ik_duplicate_index_add (index, one, one_details);
  ik_duplicate_index_add (index, other, other_details);
  pairs = ik_duplicate_index_find (index, NULL, NULL);

  return pairs->len == 1;
}

static void
assert_same (const char *one,
             const char *other)
{
  if (!are_duplicates (one, "", other, ""))
    g_error ("not found: “%s” and “%s”", one, other);
}

static void
assert_different (const char *one,
                  const char *other)
{
  if (are_duplicates (one, "", other, ""))
    g_error ("taken for the same: “%s” and “%s”", one, other);
}

static void
test_same (void)
{
  static const char *const pairs[][2] = {
    { "What is a cache?", "what is the **cache**" },
    { "What's a mutex?", "Explain what a mutex is." },
    { "12. What is a cache?", "What is a cache?" },
    { "Question 4: Why do queues grow?", "(b) why do queues grow" },
    { "2.1.4 Why do queues grow?", "Q17 - Why do queues grow?" },
    { "How do you handle an angry customer?", "An angry customer – how would you handle them?" },
    { "WHAT IS A TCP PORT?", "What is a TCP port?" },
    { "When do you use caches?", "When are you using a cache?" },
    { "How do you organise the planning of a release?", "How do you organize planning a release?" },
    { "Why don't threads share stacks?", "Why do threads not share stacks?" },
    { "How do you choose an index for a slow query?", "How do you select an index for a slow query?" },
    { "Which two problems did you solve?", "Which 2 issues did you resolve?" },
    { "How do you explain polymorphism to a beginner in the first lesson?",
      "How do you explain polymorhpism to a beginner in the first lesson?" },
    { "Compare composition with inheritance over time", "Over time, compare inheritance with composition" },
    { "Wie gehen Sie mit einem schwierigen Kunden um?", "Wie gehen Sie mit schwierigem Kunden um" },
    { "Beschreiben Sie einen großen Fehler aus Ihrer Arbeit.",
      "3) Schildern Sie bitte einen grossen Fehler aus der Arbeit" },
    { "¿Cómo resolvería un conflicto en el equipo?", "Cómo resolvería usted los conflictos en su equipo" },
    { "什么是死锁？", "请问什么是死锁" },
    { "Tell me about yourself.", "Tell me about yourself" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_same (pairs[i][0], pairs[i][1]);
}

static void
test_different (void)
{
  static const char *const pairs[][2] = {
    { "How does TCP open a connection?", "How does UDP open a connection?" },
    { "What does an INNER join return?", "What does an OUTER join return?" },
    { "Solve it with recursion", "Solve it without recursion" },
    { "Name 3 sorting algorithms", "Name 5 sorting algorithms" },
    { "What is new in Python 2?", "What is new in Python 3?" },
    { "Which keys does AND need?", "Which keys does OR need?" },
    { "What is C?", "What is C++?" },
    { "How is IT organised here?", "How is it organised here?" },
    { "Why is this allowed?", "Why is this not allowed?" },
    { "Why can this fail?", "Why can't this fail?" },
    { "What is a mutex?", "What is a semaphore?" },
    { "Is a string mutable?", "Is a string immutable?" },
    { "What does a compiler do?", "How do you compile?" },
    { "Why is a typical load high?", "Why is an atypical load high?" },
    { "What happens before a commit?", "What happens after a commit?" },
    { "Why prefer composition over inheritance?", "Why prefer inheritance over composition?" },
    { "Convert Celsius to Fahrenheit", "Convert Fahrenheit to Celsius" },
    { "How do you test?", "Why do you test?" },
    { "Was tun Sie mit einem Plan?", "Was tun Sie ohne einen Plan?" },
    { "Warum ist das erlaubt?", "Warum ist das nicht erlaubt?" },
    { "¿Qué hace con un índice?", "¿Qué hace sin un índice?" },
    { "TCP如何建立连接？", "UDP如何建立连接？" },
    { "什么是死锁？", "什么不是死锁？" },
    { "Tell me about yourself.", "Tell me about him." },
    { "…?!", "…" },
    { "Can 3.5 million users sign in at once?", "Can million users sign in at once?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_different (pairs[i][0], pairs[i][1]);
}

#define STORY \
  "A colleague calls you in the evening because the ward has no free bed, the family of a patient " \
  "waits in the corridor, two nurses are ill and the doctor on duty went home early; the phone rings " \
  "all the time and a new patient with a broken leg arrives by ambulance"

static void
test_details (void)
{
  const char *prompt = "What do you do first?";

  g_assert_true (are_duplicates (prompt, STORY " in ten minutes.", prompt, STORY " at midnight."));
  g_assert_true (are_duplicates (prompt, STORY, prompt, ""));
  g_assert_false (are_duplicates (prompt, STORY, prompt, "The lift is out of order."));
  g_assert_false (are_duplicates (prompt, STORY " in 10 minutes.", prompt, STORY " in 20 minutes."));
  g_assert_false (are_duplicates (prompt, "for (i = 0; i < n; i++) {}", prompt,
                                  "for (i = 1; i < n; i++) {}"));
}

/* The first one leads, and somebody's word counts. */
static void
test_groups (void)
{
  static const char *const prompts[] = {
    "What is a cache?", "What is a queue?", "Describe a cache", "Describe the queue.", "So what is a cache?",
  };
  static const IkDuplicatePair expected[] = { { 0, 2 }, { 0, 4 } };
  g_autoptr(IkDuplicateIndex) index = ik_duplicate_index_new ();
  g_autoptr(GArray) pairs = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (prompts); i++)
    g_assert_cmpuint (ik_duplicate_index_add (index, prompts[i], ""), ==, i);
  ik_duplicate_index_set_apart (index, 3, 1);

  pairs = ik_duplicate_index_find (index, NULL, NULL);
  g_assert_cmpmem (pairs->data, pairs->len * sizeof (IkDuplicatePair), expected, sizeof expected);
}

/* A question that stands before many programs is none of them. */
static void
test_common_prompt (void)
{
  static const char *const details[] = { "", "print (1)", "print (2)", "print (1)" };
  g_autoptr(IkDuplicateIndex) index = ik_duplicate_index_new ();
  g_autoptr(GArray) pairs = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    ik_duplicate_index_add (index, "What does it print?", details[i]);
  pairs = ik_duplicate_index_find (index, NULL, NULL);

  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpuint (g_array_index (pairs, IkDuplicatePair, 0).first, ==, 1);
  g_assert_cmpuint (g_array_index (pairs, IkDuplicatePair, 0).second, ==, 3);
}

static gboolean
stop_cb (guint    n_done,
         guint    n_all,
         gpointer data)
{
  guint *n_all_heard = data;

  *n_all_heard = n_all;
  return FALSE;
}

static void
test_stop (void)
{
  g_autoptr(IkDuplicateIndex) index = ik_duplicate_index_new ();
  guint n_all = 0;

  ik_duplicate_index_add (index, "What is a cache?", "");
  g_assert_null (ik_duplicate_index_find (index, stop_cb, &n_all));
  g_assert_cmpuint (n_all, ==, 1);
}

static void
test_wording (void)
{
  g_autoptr(GString) words = g_string_new ("|");

  ik_wording_append (words, " *What* is C++—and why, ÉTÉ?");
  g_assert_cmpstr (words->str, ==, "|what is c + + and why été");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/duplicates/wording", test_wording);
  g_test_add_func ("/model/duplicates/same", test_same);
  g_test_add_func ("/model/duplicates/different", test_different);
  g_test_add_func ("/model/duplicates/details", test_details);
  g_test_add_func ("/model/duplicates/groups", test_groups);
  g_test_add_func ("/model/duplicates/common-prompt", test_common_prompt);
  g_test_add_func ("/model/duplicates/stop", test_stop);

  return g_test_run ();
}
