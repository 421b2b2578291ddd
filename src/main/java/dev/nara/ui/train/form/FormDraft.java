package dev.nara.ui.train.form;

import dev.nara.data.DataException;
import dev.nara.spec.PastedSettings;
import dev.nara.store.Services;
import dev.nara.ui.common.Session;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of the form as a command, stored between sessions. */
public final class FormDraft {
    private static final Logger LOG = LoggerFactory.getLogger(FormDraft.class);

    private final Services services;
    private final Session session;
    private final SettingsPane form;
    private String whole = "";

    /** For that form. */
    public FormDraft(Services services, Session session, SettingsPane form) {
        this.services = services;
        this.session = session;
        this.form = form;
    }

    /** The last valid settings of the form, "" if there are none yet; text being typed is not included. */
    public String text() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        try {
            if (opened != null && form.problemsProperty().get() == 0) {
                whole = services.command(form.spec(opened.prepared()));
            }
        } catch (DataException e) {
            LOG.info("no draft is kept: {}", e.getMessage());
        }
        return whole;
    }

    /** The values of varied settings by parameter, without invalid ones. */
    public Map<String, String> varied() {
        return form.varied().texts();
    }

    /** Fills the form with a stored draft and its varied values. */
    public void fill(String command, Map<String, String> varied) {
        fill(command);
        form.vary(varied);
    }

    /** Fills the form with a stored draft; one that this program cannot parse is ignored. */
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
