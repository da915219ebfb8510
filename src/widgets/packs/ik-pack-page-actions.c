#include "ik-pack-page-private.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-dialogs.h"
#include "ik-file-dialog.h"
#include "ik-import.h"
#include "ik-toast.h"

typedef struct
{
  char *pack_id;
  char *text;
} PackChange;

static void
pack_change_free (PackChange *self)
{
  g_free (self->pack_id);
  g_free (self->text);
  g_free (self);
}

static PackChange *
pack_change_new (IkPackPage *self,
                 const char *text)
{
  PackChange *change = g_new0 (PackChange, 1);

  change->pack_id = g_strdup (ik_pack_page_get_pack_id (self));
  change->text = g_strdup (text);

  return change;
}

static gpointer
add_job (IkLibrary     *library,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const PackChange *change = data;
  g_autoptr(IkQuestion) question = ik_question_new (_("New question"));

  return ik_bank_add_question (library, change->pack_id, change->text, question, cancellable,
                               error);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  IkPackPage *self = IK_PACK_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  ik_pack_page_show_new (self, id);
}

/* Into the section of the question that is selected. */
static void
add_question (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkPackPage *self = IK_PACK_PAGE (widget);
  const IkQuestionSummary *summary = ik_pack_page_get_selected (self);

  if (ik_pack_page_get_pack_id (self) != NULL)
    ik_page_write (IK_PAGE (self), add_job,
                   pack_change_new (self, summary != NULL ? summary->section : ""),
                   (GDestroyNotify) pack_change_free, g_free, added_cb);
}

static gpointer
rename_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const PackChange *change = data;

  return ik_bank_rename_pack (library, change->pack_id, change->text, cancellable, error)
         ? g_strdup (change->text) : NULL;
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = ik_job_run_finish (result, &error);

  if (title == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
title_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkPackPage *self = IK_PACK_PAGE (source);
  g_autofree char *title = ik_dialogs_ask_text_finish (result);

  if (title != NULL)
    ik_page_write (IK_PAGE (self), rename_job, pack_change_new (self, title),
                   (GDestroyNotify) pack_change_free, g_free, renamed_cb);
}

static void
rename_pack (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkPackPage *self = IK_PACK_PAGE (widget);

  if (ik_pack_page_get_title (self) != NULL)
    ik_dialogs_ask_text_async (widget, _("Rename Pack"), ik_pack_page_get_title (self), _("_Rename"),
                               title_asked_cb, NULL);
}

static gpointer
export_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const PackChange *change = data;
  g_autoptr(GFile) file = g_file_new_for_uri (change->text);

  return ik_import_export_pack (library, change->pack_id, file, cancellable, error)
         ? g_file_get_basename (file) : NULL;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ik_toast_show_result (GTK_WIDGET (source), result, _("Pack exported as “%s”"));
}

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  IkPackPage *self = IK_PACK_PAGE (source);
  g_autoptr(GFile) file = ik_file_dialog_finish (result);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (file != NULL)
    ik_page_write (IK_PAGE (self), export_job, pack_change_new (self, uri),
                   (GDestroyNotify) pack_change_free, g_free, exported_cb);
}

static void
export_pack (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkPackPage *self = IK_PACK_PAGE (widget);
  g_autofree char *name = NULL;

  if (ik_pack_page_get_title (self) == NULL)
    return;

  name = ik_file_dialog_make_name (ik_pack_page_get_title (self), "ikpack");
  ik_file_dialog_save_async (widget, _("Export Pack"), IK_FILE_FILTER_PACK, name,
                             export_chosen_cb, NULL);
}

static gpointer
remove_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ik_bank_remove_pack (library, data, cancellable, error) ? g_strdup (data) : NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkPackPage *self = IK_PACK_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);
  g_autofree char *title = NULL;

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  title = g_strdup_printf (_("“%s” deleted"), ik_pack_page_get_title (self));
  ik_toast_show_undo (GTK_WIDGET (self), title);
  ik_pack_page_emit_gone (self);
}

static void
remove_pack (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkPackPage *self = IK_PACK_PAGE (widget);

  if (ik_pack_page_get_title (self) != NULL)
    ik_page_write (IK_PAGE (self), remove_job, g_strdup (ik_pack_page_get_pack_id (self)), g_free, g_free,
                   removed_cb);
}

static void
create_set (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkPackPage *self = IK_PACK_PAGE (widget);

  if (ik_pack_page_get_title (self) != NULL)
    gtk_widget_activate_action (widget, "win.new-set-from-pack", "(ss)", ik_pack_page_get_pack_id (self),
                                ik_pack_page_get_title (self));
}

void
ik_pack_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pack.add-question", NULL, add_question);
  gtk_widget_class_install_action (widget_class, "pack.rename", NULL, rename_pack);
  gtk_widget_class_install_action (widget_class, "pack.export", NULL, export_pack);
  gtk_widget_class_install_action (widget_class, "pack.remove", NULL, remove_pack);
  gtk_widget_class_install_action (widget_class, "pack.create-set", NULL, create_set);
}
