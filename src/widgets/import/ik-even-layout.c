#include "ik-even-layout.h"

/* Pixels between buttons */
#define SPACING 3

#define MAX_COLUMNS 5

/**
 * IkEvenLayout:
 *
 * Places buttons in as few rows as hold their texts, as many in each row as in
 * the others, or one less: none stands alone below full rows. Each row is
 * filled, by buttons of one width where that is enough for all of them.
 */
struct _IkEvenLayout
{
  GtkLayoutManager parent_instance;

  int              fewest_columns;
};

typedef enum
{
  PROP_FEWEST_COLUMNS = 1,
} IkEvenLayoutProperty;

static GParamSpec *properties[PROP_FEWEST_COLUMNS + 1];

G_DEFINE_FINAL_TYPE (IkEvenLayout, ik_even_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *widget;
  int        min_width;
  int        width; /* natural */
} Item;

typedef struct
{
  GArray *items;          /* owned; element-type Item */
  int     height;         /* of the highest one, as the others */
  guint   fewest_columns;
} Items;

static void
items_clear (Items *self)
{
  g_array_unref (self->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Items, items_clear)

static Items
measure_items (GtkLayoutManager *manager,
               GtkWidget        *widget)
{
  Items self = {
    .items = g_array_new (FALSE, FALSE, sizeof (Item)),
    .fewest_columns = (guint) IK_EVEN_LAYOUT (manager)->fewest_columns,
  };

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Item item = { child, 0, 0 };
      int height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &item.min_width, &item.width,
                          NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_array_append_val (self.items, item);
      self.height = MAX (self.height, height);
    }

  return self;
}

static const Item *
get_item (const Items *self,
          guint        index)
{
  return &g_array_index (self->items, Item, index);
}

/* The first rows have one more, where it doesn't come out even. */
static guint
get_row_length (const Items *self,
                guint        n_rows,
                guint        row)
{
  return self->items->len / n_rows + (row < self->items->len % n_rows);
}

static int
get_natural_width (const Items *self,
                   guint        first,
                   guint        n_items)
{
  int width = -SPACING;

  for (guint i = first; i < first + n_items; i++)
    width += get_item (self, i)->width + SPACING;

  return width;
}

/* The width of the widest row. */
static int
get_width (const Items *self,
           guint        n_rows)
{
  guint first = 0;
  int width = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint n_items = get_row_length (self, n_rows, row);

      width = MAX (width, get_natural_width (self, first, n_items));
      first += n_items;
    }

  return width;
}

static guint
count_fewest_rows (const Items *self)
{
  return MAX ((self->items->len + MAX_COLUMNS - 1) / MAX_COLUMNS, 1);
}

static guint
count_rows (const Items *self,
            int          width)
{
  guint most = (self->items->len + self->fewest_columns - 1) / self->fewest_columns;
  guint n_rows = count_fewest_rows (self);

  while (n_rows < most && get_width (self, n_rows) > width)
    n_rows++;

  return n_rows;
}

static int
get_height (const Items *self,
            guint        n_rows)
{
  return (int) n_rows * (self->height + SPACING) - SPACING;
}

static void
ik_even_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  g_auto(Items) items = measure_items (manager, widget);
  int min_width = 0;

  for (guint i = 0; i < items.items->len; i++)
    min_width = MAX (min_width, get_item (&items, i)->min_width);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) items.fewest_columns * (min_width + SPACING) - SPACING;
      *natural = MAX (get_width (&items, count_fewest_rows (&items)), *minimum);
    }
  else
    *minimum = *natural = get_height (&items, for_size < 0 ? count_fewest_rows (&items)
                                                           : count_rows (&items, for_size));
}

static gboolean
is_wide_enough (const Items *self,
                guint        first,
                guint        n_items,
                int          width)
{
  for (guint i = first; i < first + n_items; i++)
    {
      if (get_item (self, i)->width > width)
        return FALSE;
    }

  return TRUE;
}

/* From the side that the language begins at. */
static void
place_row (const Items   *self,
           guint          first,
           guint          n_items,
           GtkAllocation  row,
           gboolean       mirrored)
{
  int n = (int) n_items;
  int room = row.width - (n - 1) * SPACING;
  gboolean equal = is_wide_enough (self, first, n_items, room / n);
  int spare = row.width - get_natural_width (self, first, n_items);
  int x = 0;

  for (int i = 0; i < n; i++)
    {
      const Item *item = get_item (self, first + (guint) i);
      int share = equal ? room : spare;
      int width = (equal ? 0 : item->width) + share * (i + 1) / n - share * i / n;
      GtkAllocation allocation = { mirrored ? row.width - x - width : x, row.y,
                                   MAX (width, item->min_width), row.height };

      gtk_widget_size_allocate (item->widget, &allocation, -1);
      x += width + SPACING;
    }
}

static void
ik_even_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  g_auto(Items) items = measure_items (manager, widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_rows = count_rows (&items, width);
  guint first = 0;

  for (guint row = 0; first < items.items->len; row++)
    {
      guint n_items = get_row_length (&items, n_rows, row);

      place_row (&items, first, n_items,
                 (GtkAllocation) { 0, (int) row * (items.height + SPACING), width, items.height },
                 mirrored);
      first += n_items;
    }
}

static GtkSizeRequestMode
ik_even_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_even_layout_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((IkEvenLayoutProperty) prop_id)
    {
    case PROP_FEWEST_COLUMNS:
      g_value_set_int (value, IK_EVEN_LAYOUT (object)->fewest_columns);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_even_layout_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((IkEvenLayoutProperty) prop_id)
    {
    case PROP_FEWEST_COLUMNS:
      IK_EVEN_LAYOUT (object)->fewest_columns = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_even_layout_class_init (IkEvenLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = ik_even_layout_get_property;
  object_class->set_property = ik_even_layout_set_property;
  manager_class->measure = ik_even_layout_measure;
  manager_class->allocate = ik_even_layout_allocate;
  manager_class->get_request_mode = ik_even_layout_get_request_mode;

  /**
   * IkEvenLayout:fewest-columns:
   *
   * How many stand in a row at least, however narrow it is; two buttons have
   * room in the smallest window.
   */
  properties[PROP_FEWEST_COLUMNS] =
    g_param_spec_int ("fewest-columns", NULL, NULL, 1, MAX_COLUMNS, 2,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_even_layout_init (IkEvenLayout *self)
{
}
