package dev.nara.ui.child;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.explain.UserHistory;
import dev.nara.split.Split;
import dev.nara.text.Text;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Viewing;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the data know of the chosen child: its attributes and its history. */
final class ShownHistory {
    private final ChildModel model;
    private final Session session;
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final Latest reading;
    private @Nullable Source shown;

    /** What a history on screen was made from. */
    private record Source(Dataset dataset, @Nullable Split split, Child child, Locale locale) {}

    ShownHistory(ChildModel model, Session session, Jobs jobs, Texts texts, Pseudonymiser pseudonymiser) {
        this.model = model;
        this.session = session;
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
        this.reading = new Latest(jobs);
    }

    void refresh() {
        Session.Opened opened = session.openedProperty().get();
        Child child = model.chosenProperty().get();
        if (opened == null || child == null) {
            shown = null;
            reading.cancel();
            model.history().clear();
            model.summaryProperty().set("");
            return;
        }
        model.summaryProperty().set(summary(opened.dataset().userAttributes(), child));
        Session.Model current = session.modelProperty().get();
        Split split = current == null ? null : current.preparedRun().everybody();
        Source wanted = new Source(opened.dataset(), split, child, texts.locale());
        // Left alone after an epoch, for somebody may be reading it.
        if (!wanted.equals(shown)) {
            shown = wanted;
            reading.run(() -> history(wanted), model.history()::setAll);
        }
    }

    private static List<Viewing> history(Source source) {
        Dataset dataset = source.dataset;
        return UserHistory.of(dataset, source.split, source.child.user()).stream()
                .map(row -> new Viewing(dataset.calendar().text(row.time()), Album.of(dataset, row.item()), row))
                .toList();
    }

    private String summary(Attributes attributes, Child child) {
        return attributes.telling(child.user()).stream()
                .map(name -> label(name) + " " + value(attributes, name, child))
                .collect(Collectors.joining("   "));
    }

    /** The attribute's name in words where it has some. */
    private String label(String name) {
        String key = "attribute." + name;
        return Text.exists(key, texts.locale()) ? texts.get(key) : name;
    }

    /** The value, a code of the service with its meaning. */
    private String value(Attributes attributes, String name, Child child) {
        String value = attributes.text(name, child.user());
        if (pseudonymiser.onProperty().get()) {
            return pseudonymiser.value(name, value);
        }
        String key = "code." + value;
        return attributes.isCoded(name) && Text.exists(key, texts.locale()) ? texts.get(key) : value;
    }
}
