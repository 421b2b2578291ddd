package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.spec.PastedSettings;
import dev.nara.store.Services;
import dev.nara.ui.common.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings on the form, kept from one day to another as a command. */
public final class FormDraft {
    private static final Logger LOG = LoggerFactory.getLogger(FormDraft.class);

    private final Services services;
    private final Session session;
    private final SettingsPane form;

    /** Of that form. */
    public FormDraft(Services services, Session session, SettingsPane form) {
        this.services = services;
        this.session = session;
        this.form = form;
    }

    /** What is on the form now; "" where it is not whole, or no data is open. */
    public String text() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        try {
            return opened == null || form.problemsProperty().get() > 0
                    ? ""
                    : services.command(form.spec(opened.prepared()));
        } catch (DataException e) {
            return "";
        }
    }

    /** Fills the form with a draft of another day; one that this program does not understand is left. */
    public void fill(String command) {
        try {
            if (!command.isEmpty()) {
                form.paste(PastedSettings.of(
                        command, services.algorithms(), form.algorithm().id()));
            }
        } catch (DataException e) {
            LOG.info("a draft is left: {}", e.getMessage());
        }
    }
}
