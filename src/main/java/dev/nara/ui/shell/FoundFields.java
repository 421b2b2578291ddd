package dev.nara.ui.shell;

import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import dev.nara.ui.palette.Entry;
import dev.nara.ui.palette.Found;
import dev.nara.ui.palette.Group;
import dev.nara.ui.palette.Source;
import dev.nara.ui.train.form.SettingsPane;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the form of the next run with their values; a selected one gets the focus. */
final class FoundFields implements Source {
    private final SettingsPane form;
    private final Texts texts;
    private final Runnable show;

    /** {@code show} shows the form. */
    FoundFields(SettingsPane form, Texts texts, Runnable show) {
        this.form = form;
        this.texts = texts;
        this.show = show;
    }

    @Override
    public Group group() {
        return Group.SETTINGS;
    }

    @Override
    public boolean slow() {
        return false;
    }

    @Override
    public Search open() {
        Locale other = texts.locale().getLanguage().equals("ko") ? Locale.ENGLISH : Locale.KOREAN;
        List<Entry> entries = form.fieldValues().entrySet().stream()
                .map(field -> new Entry(
                        Group.SETTINGS,
                        "field:" + field.getKey(),
                        Feather.SLIDERS,
                        texts.get("parameter." + field.getKey()),
                        List.of(Text.of("parameter." + field.getKey()).in(other), field.getKey()),
                        "",
                        texts.get("palette.form"),
                        field.getValue(),
                        List.of(),
                        "",
                        () -> {
                            show.run();
                            form.showField(field.getKey());
                        }))
                .toList();
        return (query, recent, most) -> Found.in(entries, query, recent, most);
    }
}
