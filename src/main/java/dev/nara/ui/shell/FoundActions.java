package dev.nara.ui.shell;

import dev.nara.text.Text;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Texts;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Found;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.input.KeyCombination;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The window's actions, found by their names in both languages; for disabled ones, the reason is shown. Languages are found among the
 * preferences.
 */
final class FoundActions implements Source {
    private static final List<String> NOT_HERE =
            List.of("find.action", "language", "run.resume.left", "run.discard.left", "run.leave.left");

    private static final Map<String, Feather> SIGNS = Map.ofEntries(
            Map.entry("open", Feather.FOLDER),
            Map.entry("open.file", Feather.FILE),
            Map.entry("open.sample", Feather.GIFT),
            Map.entry("import", Feather.DOWNLOAD),
            Map.entry("export.submission", Feather.UPLOAD),
            Map.entry("export.recommendations", Feather.LIST),
            Map.entry("export.curves", Feather.FILE_TEXT),
            Map.entry("export.chart", Feather.IMAGE),
            Map.entry("exit", Feather.LOG_OUT),
            Map.entry("start", Feather.PLAY),
            Map.entry("pause", Feather.PAUSE),
            Map.entry("stop", Feather.SQUARE),
            Map.entry("search", Feather.SLIDERS),
            Map.entry("repeat", Feather.REPEAT),
            Map.entry("run.star", Feather.STAR),
            Map.entry("run.rename", Feather.EDIT_2),
            Map.entry("run.delete", Feather.TRASH_2),
            Map.entry("copy.command", Feather.COPY),
            Map.entry("paste.settings", Feather.CLIPBOARD),
            Map.entry("undo", Feather.CORNER_UP_LEFT),
            Map.entry("redo", Feather.CORNER_UP_RIGHT),
            Map.entry("theme", Feather.MOON),
            Map.entry("present", Feather.EYE_OFF),
            Map.entry("full.screen", Feather.MAXIMIZE),
            Map.entry("help", Feather.HELP_CIRCLE),
            Map.entry("shortcuts", Feather.COMMAND),
            Map.entry("about", Feather.INFO),
            Map.entry("problems", Feather.BELL));

    private final Actions actions;
    private final Texts texts;

    FoundActions(Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
    }

    @Override
    public Group group() {
        return Group.ACTIONS;
    }

    @Override
    public boolean slow() {
        return false;
    }

    @Override
    public Search open() {
        List<Entry> entries = actions.all().stream()
                .filter(id -> !NOT_HERE.contains(id))
                .map(this::entry)
                .toList();
        return (query, recent, most) -> Found.in(entries, query, recent, most);
    }

    private Entry entry(String id) {
        Action action = actions.get(id);
        return new Entry(
                Group.ACTIONS,
                id,
                SIGNS.getOrDefault(id, Feather.CHEVRON_RIGHT),
                action.getText(),
                List.of(Text.of("action." + id).in(other(texts.locale()))),
                "",
                actions.place(id),
                "",
                caps(action.getAccelerator()),
                actions.off(id),
                () -> action.handle(new ActionEvent()));
    }

    private static Locale other(Locale language) {
        return language.getLanguage().equals("ko") ? Locale.ENGLISH : Locale.KOREAN;
    }

    private static List<String> caps(@Nullable KeyCombination keys) {
        return keys == null ? List.of() : List.of(keys.getDisplayText().split("\\+(?=.)"));
    }
}
