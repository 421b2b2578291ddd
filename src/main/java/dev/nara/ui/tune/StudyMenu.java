package dev.nara.ui.tune;

import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySpec;
import dev.nara.ui.common.Texts;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of stored studies, with an entry for a new one. */
final class StudyMenu {
    private static final int MOST = 20;

    private StudyMenu() {}

    /** The title of a study: its name, or else its number; and what it searches. */
    static String name(Texts texts, long id, StudySpec spec) {
        String algorithms = spec.parts().stream()
                .map(part -> texts.get("algorithm." + part.algorithm()))
                .collect(Collectors.joining(", "));
        String named =
                spec.name().isEmpty() ? id == 0 ? texts.get("tune.new") : texts.get("tune.study", id) : spec.name();
        return named + " · " + algorithms;
    }

    static List<MenuItem> items(TuneModel model, Texts texts, TuneRequests requests) {
        List<MenuItem> items = new ArrayList<>();
        for (TuneModel.Named study : model.studies().stream().limit(MOST).toList()) {
            items.add(item(
                    name(texts, study.id(), study.spec()) + "  –  " + phase(texts, study.phase()),
                    () -> requests.open(study.id())));
        }
        for (long study : model.damaged()) {
            // Opening it reports what is wrong and what to do.
            items.add(item(texts.get("tune.damaged", study), () -> requests.open(study)));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(texts.get("tune.new.item"), () -> requests.open(0)));
        return items;
    }

    /** The phase of a study as text. */
    static String phase(Texts texts, Phase phase) {
        return texts.get("studyphase." + phase);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
