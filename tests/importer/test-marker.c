#include <string.h>

#include "ik-marker.h"

static const struct
{
  const char    *text;
  IkMarkerStyle  style;
  guint          number;
  const char    *rest;
} cases[] = {
  { "• Why?", IK_MARKER_BULLET, 0, "Why?" },
  { "•Why?", IK_MARKER_BULLET, 0, "Why?" },
  { "- Why?", IK_MARKER_BULLET, 0, "Why?" },
  { "-Why?", IK_MARKER_NONE, 0, "-Why?" },
  { "12. Why?", IK_MARKER_NUMBER, 12, "Why?" },
  { "12) Why?", IK_MARKER_NUMBER, 12, "Why?" },
  { "(12) Why?", IK_MARKER_NUMBER, 12, "Why?" },
  { "1\\. Why?", IK_MARKER_NUMBER, 1, "Why?" },
  { "2.3. Why?", IK_MARKER_NUMBER, 2, "Why?" },
  { "３．なぜ", IK_MARKER_NUMBER, 3, "なぜ" },
  { "3、为什么", IK_MARKER_NUMBER, 3, "为什么" },
  { "١. لماذا", IK_MARKER_NUMBER, 1, "لماذا" },
  { "1️⃣ Why?", IK_MARKER_NUMBER, 1, "Why?" },
  { "3.14159 is pi", IK_MARKER_NONE, 0, "3.14159 is pi" },
  { "2024 was good", IK_MARKER_NONE, 0, "2024 was good" },
  { "Q7. Why?", IK_MARKER_QUESTION, 7, "Why?" },
  { "Q: Why?", IK_MARKER_QUESTION, 0, "Why?" },
  { "Question 3: Why?", IK_MARKER_QUESTION, 3, "Why?" },
  { "Frage 3: Warum?", IK_MARKER_QUESTION, 3, "Warum?" },
  { "问题 3：为什么", IK_MARKER_QUESTION, 3, "为什么" },
  { "A1: Because", IK_MARKER_NONE, 0, "A1: Because" },
  { "Questions remain", IK_MARKER_NONE, 0, "Questions remain" },
  { "Part 2: Basics", IK_MARKER_CHAPTER, 2, "Basics" },
  { "Teil 2 – Grundlagen", IK_MARKER_CHAPTER, 2, "– Grundlagen" },
  { "第三章 基础", IK_MARKER_CHAPTER, 1, "基础" },
  { "Partly right", IK_MARKER_NONE, 0, "Partly right" },
  { "b) Because", IK_MARKER_LETTER, 2, "Because" },
  { "Б) чай", IK_MARKER_LETTER, 2, "чай" },
  { "ج- كوب", IK_MARKER_LETTER, 3, "كوب" },
  { "ア．茶", IK_MARKER_LETTER, 1, "茶" },
  { "나) 차", IK_MARKER_LETTER, 2, "차" },
  { "乙、茶", IK_MARKER_LETTER, 2, "茶" },
  { "γ) τσάι", IK_MARKER_LETTER, 3, "τσάι" },
  { "И - чай", IK_MARKER_NONE, 0, "И - чай" },
  { "", IK_MARKER_NONE, 0, "" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkMarker marker;
      gsize length = ik_marker_parse (cases[i].text, &marker);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (marker.style, ==, cases[i].style);
      g_assert_cmpuint (marker.number, ==, cases[i].number);
      g_assert_cmpstr (cases[i].text + length, ==, cases[i].rest);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/marker/parse", test_parse);

  return g_test_run ();
}
