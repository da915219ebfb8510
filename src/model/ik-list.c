#include "ik-list.h"

/**
 * ik_list_copy_:
 * @list: a list
 * @copy_func: copies one element
 * @free_func: frees one element
 *
 * Use it through the macro ik_list_copy(), which casts the functions.
 *
 * Returns: (transfer full): a list of copies
 */
GPtrArray *
ik_list_copy_ (GPtrArray      *list,
               GBoxedCopyFunc  copy_func,
               GDestroyNotify  free_func)
{
  GPtrArray *copy = g_ptr_array_new_full (list->len, free_func);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (copy, copy_func (list->pdata[i]));

  return copy;
}

/**
 * ik_text_list_new:
 *
 * Returns: (transfer full) (element-type utf8): an empty list of texts
 */
GPtrArray *
ik_text_list_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * ik_text_list_copy:
 * @texts: (element-type utf8): texts
 *
 * Returns: (transfer full) (element-type utf8): a list of copies
 */
GPtrArray *
ik_text_list_copy (GPtrArray *texts)
{
  return ik_list_copy (texts, g_strdup, g_free);
}

/**
 * ik_text_list_add:
 * @texts: (element-type utf8): texts
 * @text: one more, copied
 */
void
ik_text_list_add (GPtrArray  *texts,
                  const char *text)
{
  g_ptr_array_add (texts, g_strdup (text));
}

/**
 * ik_text_list_equal:
 * @one: (element-type utf8): texts
 * @other: (element-type utf8): texts
 *
 * Returns: whether both hold the same texts in the same order
 */
gboolean
ik_text_list_equal (GPtrArray *one,
                    GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      if (g_strcmp0 (one->pdata[i], other->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}
