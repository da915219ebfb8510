#include "ik-list-number.h"

#include <string.h>

/* Nobody reads a Roman number beyond this. */
#define MAX_ROMAN 3999u

/* "Question %1.%2.%3:" and the like are shorter. */
#define MAX_LABEL 100

static void
append_roman (GString *label,
              guint    number)
{
  static const struct
  {
    guint       value;
    const char *letters;
  } digits[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" },
    { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
  };

  number = MIN (number, MAX_ROMAN);
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      for (; number >= digits[i].value; number -= digits[i].value)
        g_string_append (label, digits[i].letters);
    }
}

/* a … z, aa, bb … as word processors count on. */
static void
append_letter (GString *label,
               guint    number)
{
  guint n_times = number > 0 ? MIN ((number - 1) / 26, 8) + 1 : 0;

  for (guint i = 0; i < n_times; i++)
    g_string_append_c (label, (char) ('a' + (number - 1) % 26));
}

/**
 * ik_list_number_append:
 * @label: a label so far
 * @format: how to count
 * @number: the number
 *
 * Appends a number as a word processor shows it; nothing for a bullet.
 */
void
ik_list_number_append (GString      *label,
                       IkListFormat  format,
                       guint         number)
{
  gsize start = label->len;

  switch (format)
    {
    case IK_LIST_FORMAT_DECIMAL:
      g_string_append_printf (label, "%u", number);
      break;

    case IK_LIST_FORMAT_LOWER_LETTER:
    case IK_LIST_FORMAT_UPPER_LETTER:
      append_letter (label, number);
      break;

    case IK_LIST_FORMAT_LOWER_ROMAN:
    case IK_LIST_FORMAT_UPPER_ROMAN:
      append_roman (label, number);
      break;

    case IK_LIST_FORMAT_NONE:
    case IK_LIST_FORMAT_BULLET:
    default:
      break;
    }
  if (format == IK_LIST_FORMAT_UPPER_LETTER || format == IK_LIST_FORMAT_UPPER_ROMAN)
    {
      for (gsize i = start; i < label->len; i++)
        label->str[i] = g_ascii_toupper (label->str[i]);
    }
}

/**
 * ik_list_number_take_label:
 * @label: (transfer full) (nullable): what a list has its numbers shown with
 *
 * Returns: (transfer full) (nullable): the same; %NULL where it is longer than
 *   what people write before each item
 */
char *
ik_list_number_take_label (char *label)
{
  if (label == NULL || strlen (label) <= MAX_LABEL)
    return label;

  g_free (label);
  return NULL;
}
