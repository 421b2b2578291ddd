package dev.nara.ui.data;

import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.interchange.DatasetCard;
import dev.nara.ui.common.CopiedText;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.opening.DataSurroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes a dataset card for the open data in Markdown: description, preparation, split, and findings. */
public final class DatasetCards {
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final DataSurroundings around;
    private final Supplier<Map<String, String>> split;

    /** {@code split} returns the settings of the split on screen. */
    DatasetCards(
            Session session, Jobs jobs, Texts texts, DataSurroundings around, Supplier<Map<String, String>> split) {
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.around = around;
        this.split = split;
    }

    /** Copies the card to the clipboard. */
    public void copy() {
        Opened open = session.openedProperty().get();
        if (open != null) {
            Map<String, String> values = split.get();
            Locale locale = texts.locale();
            jobs.run(() -> text(open, values, locale), text -> {
                CopiedText.put(text);
                around.say(texts.get("data.card.copied"));
            });
        }
    }

    /** Writes the card to a file that the user chooses. */
    public void save() {
        Opened open = session.openedProperty().get();
        Optional<Path> file = open == null
                ? Optional.empty()
                : around.save(texts.get("action.data.card.save"), open.dataset().name() + ".md");
        if (open != null && file.isPresent()) {
            Map<String, String> values = split.get();
            Locale locale = texts.locale();
            jobs.run(
                    () -> {
                        OutputFile.check(file.get());
                        byte[] text = text(open, values, locale).getBytes(StandardCharsets.UTF_8);
                        OutputFile.write(file.get(), out -> out.write(text));
                        return file.get();
                    },
                    written -> around.say(texts.get("cli.written", written)));
        }
    }

    private static String text(Opened open, Map<String, String> values, Locale locale) throws DataException {
        CutData cut = CutData.of(
                open.dataset(), open.prepared().recipe().preparation().derive(), values);
        return DatasetCard.text(open.prepared(), open.quality(), cut.preview(open.dataset(), values), locale);
    }
}
