#include "ik-value.h"

/**
 * IkValue:
 *
 * A plain value of the model or a service as an element of a list model. The
 * value does not change while it is in there.
 */
struct _IkValue
{
  GObject         parent_instance;

  gpointer        value;     /* owned */
  GDestroyNotify  free_func;
};

G_DEFINE_FINAL_TYPE (IkValue, ik_value, G_TYPE_OBJECT)

static void
ik_value_finalize (GObject *object)
{
  IkValue *self = IK_VALUE (object);

  self->free_func (self->value);

  G_OBJECT_CLASS (ik_value_parent_class)->finalize (object);
}

static void
ik_value_class_init (IkValueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_value_finalize;
}

static void
ik_value_init (IkValue *self)
{
}

/**
 * ik_value_new:
 * @value: (transfer full): a value
 * @free_func: frees it
 *
 * Returns: (transfer full): the record
 */
IkValue *
ik_value_new (gpointer       value,
              GDestroyNotify free_func)
{
  IkValue *self;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (free_func != NULL, NULL);

  self = g_object_new (IK_TYPE_VALUE, NULL);
  self->value = value;
  self->free_func = free_func;

  return self;
}

/**
 * ik_value_get:
 *
 * Returns: (transfer none): the value
 */
gpointer
ik_value_get (IkValue *self)
{
  g_return_val_if_fail (IK_IS_VALUE (self), NULL);

  return self->value;
}

/**
 * ik_value_fill_store:
 * @store: (element-type IkValue): a list
 * @values: (transfer full): new contents; the array loses its elements
 * @free_func: frees one
 *
 * Replaces what a list holds, in one step.
 */
void
ik_value_fill_store (GListStore     *store,
                     GPtrArray      *values,
                     GDestroyNotify  free_func)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n_values;
  gpointer *stolen;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (values != NULL);

  stolen = g_ptr_array_steal (values, &n_values);
  for (gsize i = 0; i < n_values; i++)
    g_ptr_array_add (records, ik_value_new (stolen[i], free_func));
  g_free (stolen);
  g_ptr_array_unref (values);

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)),
                       records->pdata, records->len);
}
