#include "ik-pdf-structure.h"

#include "ik-pdf-text.h"

#include <string.h>

/**
 * IkPdfStructure:
 *
 * The tree that tells a screen reader what the marks on the pages are, in the
 * order in which it reads them (ISO 32000-1, 14.7 and 14.8). An element is put
 * into the file when it ends; kept are those that are open.
 */

typedef struct
{
  guint       object;
  const char *tag;          /* (unowned): a literal */
  char       *alternative;  /* (owned) (nullable) */
  GString    *kids;         /* (owned): as the file has them */
  guint       page_object;  /* of the first of its marks, 0 if none */
  IkPdfBox    box;          /* of a figure, from the foot of the page */
  gboolean    is_implied;   /* a list nobody opened */
} Element;

struct _IkPdfStructure
{
  IkPdfFile *file;          /* (unowned) */
  GPtrArray *open;          /* (owned) (element-type Element): the innermost last */
  GArray    *marks;         /* (owned) (element-type guint): objects of this page's elements */
  GString   *top;           /* (owned): elements in none other */
  guint      root;
};

static void
element_free (Element *self)
{
  g_free (self->alternative);
  g_string_free (self->kids, TRUE);
  g_free (self);
}

/**
 * ik_pdf_structure_new:
 * @file: where it goes; has to live longer
 *
 * Returns: (transfer full): a structure without elements
 */
IkPdfStructure *
ik_pdf_structure_new (IkPdfFile *file)
{
  IkPdfStructure *self = g_new0 (IkPdfStructure, 1);

  self->file = file;
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) element_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->top = g_string_new (NULL);
  self->root = ik_pdf_file_reserve (file);

  return self;
}

/**
 * ik_pdf_structure_free:
 * @self: (transfer full): a structure
 */
void
ik_pdf_structure_free (IkPdfStructure *self)
{
  g_ptr_array_unref (self->open);
  g_array_unref (self->marks);
  g_string_free (self->top, TRUE);
  g_free (self);
}

/* NULL if none is open */
static Element *
find_innermost (IkPdfStructure *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

static Element *
get_innermost (IkPdfStructure *self)
{
  g_assert (self->open->len > 0);

  return self->open->pdata[self->open->len - 1];
}

static void
open_element (IkPdfStructure *self,
              const char     *tag,
              const char     *alternative)
{
  Element *element = g_new0 (Element, 1);

  element->object = ik_pdf_file_reserve (self->file);
  element->tag = tag;
  element->alternative = g_strdup (alternative);
  element->kids = g_string_new (NULL);
  g_ptr_array_add (self->open, element);
}

static void
append_attributes (GString       *text,
                   const Element *element)
{
  if (g_str_equal (element->tag, "TH"))
    g_string_append (text, " /A << /O /Table /Scope /Column >>");

  if (element->box.width > 0)
    {
      g_string_append (text, " /A << /O /Layout /BBox [");
      ik_pdf_append_number (text, element->box.x);
      ik_pdf_append_number (text, element->box.y);
      ik_pdf_append_number (text, element->box.x + element->box.width);
      ik_pdf_append_number (text, element->box.y + element->box.height);
      g_string_append (text, "] >>");
    }

  if (element->alternative != NULL)
    {
      g_string_append (text, " /Alt ");
      ik_pdf_append_text (text, element->alternative);
    }
}

static void
put_element (IkPdfStructure *self,
             const Element  *element,
             guint           parent)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "<< /Type /StructElem /S /%s /P %u 0 R", element->tag, parent);
  if (element->page_object != 0)
    g_string_append_printf (text, " /Pg %u 0 R", element->page_object);
  append_attributes (text, element);
  g_string_append_printf (text, " /K [%s] >>", element->kids->str);

  ik_pdf_file_put_object (self->file, element->object, text->str, text->len);
}

/* What holds nothing is left out. */
static void
close_element (IkPdfStructure *self)
{
  Element *element = g_ptr_array_steal_index (self->open, self->open->len - 1);
  Element *parent = find_innermost (self);

  if (element->kids->len > 0)
    {
      g_string_append_printf (parent != NULL ? parent->kids : self->top, "%u 0 R ",
                              element->object);
      put_element (self, element, parent != NULL ? parent->object : self->root);
    }
  element_free (element);
}

static void
close_implied (IkPdfStructure *self)
{
  const Element *innermost = find_innermost (self);

  if (innermost != NULL && innermost->is_implied)
    close_element (self);
}

/**
 * ik_pdf_structure_begin:
 * @self: a structure
 * @tag: a structure type of PDF, a literal
 * @alternative: (nullable): what stands for it, in words
 *
 * Begins an element. Items that follow each other get a list around them.
 */
void
ik_pdf_structure_begin (IkPdfStructure *self,
                        const char     *tag,
                        const char     *alternative)
{
  const Element *innermost = find_innermost (self);
  gboolean is_item = g_str_equal (tag, "LI");

  if (!is_item)
    close_implied (self);
  if (is_item && (innermost == NULL || !g_str_equal (innermost->tag, "L")))
    {
      open_element (self, "L", NULL);
      get_innermost (self)->is_implied = TRUE;
    }
  open_element (self, tag, alternative);
}

/**
 * ik_pdf_structure_end:
 * @self: a structure
 *
 * Ends the element that was begun last.
 */
void
ik_pdf_structure_end (IkPdfStructure *self)
{
  close_implied (self);
  close_element (self);
}

/**
 * ik_pdf_structure_get_element:
 * @self: a structure
 *
 * Returns: number of the element that a mark would belong to, 0 if there is
 *   none
 */
guint
ik_pdf_structure_get_element (IkPdfStructure *self)
{
  const Element *innermost;

  close_implied (self);
  innermost = find_innermost (self);

  return innermost != NULL ? innermost->object : 0;
}

/**
 * ik_pdf_structure_get_tag:
 * @self: a structure
 *
 * Returns: (nullable): structure type of the innermost element
 */
const char *
ik_pdf_structure_get_tag (IkPdfStructure *self)
{
  const Element *innermost = find_innermost (self);

  return innermost != NULL ? innermost->tag : NULL;
}

/**
 * ik_pdf_structure_mark:
 * @self: a structure with an open element
 * @page_object: number of the page at hand
 *
 * Says that what comes on the page belongs to the innermost element.
 *
 * Returns: its number on the page
 */
guint
ik_pdf_structure_mark (IkPdfStructure *self,
                       guint           page_object)
{
  Element *element = get_innermost (self);

  if (element->page_object == 0)
    element->page_object = page_object;

  if (element->page_object == page_object)
    g_string_append_printf (element->kids, "%u ", self->marks->len);
  else
    g_string_append_printf (element->kids, "<< /Type /MCR /Pg %u 0 R /MCID %u >> ", page_object,
                            self->marks->len);

  g_array_append_val (self->marks, element->object);
  return self->marks->len - 1;
}

/**
 * ik_pdf_structure_extend:
 * @self: a structure with an open element
 * @box: what the element covers as well, from the foot of the page
 */
void
ik_pdf_structure_extend (IkPdfStructure *self,
                         const IkPdfBox *box)
{
  Element *element = get_innermost (self);
  double right;
  double top;

  if (element->box.width <= 0)
    {
      element->box = *box;
      return;
    }

  right = MAX (element->box.x + element->box.width, box->x + box->width);
  top = MAX (element->box.y + element->box.height, box->y + box->height);
  element->box.x = MIN (element->box.x, box->x);
  element->box.y = MIN (element->box.y, box->y);
  element->box.width = right - element->box.x;
  element->box.height = top - element->box.y;
}

/**
 * ik_pdf_structure_add_link:
 * @self: a structure with an open element
 * @annotation: number of the place to click on
 *
 * Returns: number of the element it belongs to
 */
guint
ik_pdf_structure_add_link (IkPdfStructure *self,
                           guint           annotation)
{
  Element *element = get_innermost (self);

  g_string_append_printf (element->kids, "<< /Type /OBJR /Obj %u 0 R >> ", annotation);
  return element->object;
}

/**
 * ik_pdf_structure_end_page:
 * @self: a structure
 *
 * Returns: number of the list that leads from the marks of the page at hand
 *   to their elements
 */
guint
ik_pdf_structure_end_page (IkPdfStructure *self)
{
  guint object = ik_pdf_file_reserve (self->file);
  g_autoptr(GString) text = g_string_new ("[");

  for (guint i = 0; i < self->marks->len; i++)
    g_string_append_printf (text, "%u 0 R ", g_array_index (self->marks, guint, i));
  g_string_append_c (text, ']');
  ik_pdf_file_put_object (self->file, object, text->str, text->len);
  g_array_set_size (self->marks, 0);

  return object;
}

/**
 * ik_pdf_structure_finish:
 * @self: a structure, all elements ended
 * @parents: what leads from pages and links to their elements, as an array of
 *   numbers and objects
 * @n_parents: the first number that is free
 *
 * Returns: number of the tree
 */
guint
ik_pdf_structure_finish (IkPdfStructure *self,
                         const char     *parents,
                         guint           n_parents)
{
  guint tree = ik_pdf_file_reserve (self->file);
  g_autofree char *nums = g_strdup_printf ("<< /Nums [%s] >>", parents);
  g_autofree char *root = NULL;

  close_implied (self);
  g_warn_if_fail (self->open->len == 0);
  root = g_strdup_printf ("<< /Type /StructTreeRoot /K [%s] /ParentTree %u 0 R "
                          "/ParentTreeNextKey %u >>", self->top->str, tree, n_parents);
  ik_pdf_file_put_object (self->file, tree, nums, strlen (nums));
  ik_pdf_file_put_object (self->file, self->root, root, strlen (root));

  return self->root;
}
