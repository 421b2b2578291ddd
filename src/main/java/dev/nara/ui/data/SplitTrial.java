package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.spec.FrozenSplit;
import dev.nara.spec.RunSettings;
import dev.nara.spec.SplitParts;
import dev.nara.spec.SplitPreview;
import dev.nara.split.SplitFile;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.cards.AttributeRow;
import dev.nara.ui.data.cards.Tried;
import dev.nara.ui.data.opening.DataSurroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Applies the split on screen to the open data, shows the result, and saves it to a file. */
final class SplitTrial {
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final DataModel model;
    private final DataSurroundings around;
    private final Latest latest;

    SplitTrial(Session session, Jobs jobs, Texts texts, DataModel model, DataSurroundings around) {
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.model = model;
        this.around = around;
        this.latest = new Latest(jobs);
    }

    /** Computes a split with these settings and passes it to {@code shown}; if it cannot be made, shows why. */
    void describe(Map<String, String> values, Consumer<Tried> shown) {
        Opened open = session.openedProperty().get();
        if (open == null) {
            return;
        }
        List<String> derive = open.prepared().recipe().preparation().derive();
        latest.run(
                () -> tried(open.dataset(), CutData.of(open.dataset(), derive, values), values),
                tried -> {
                    model.split().setAll(tried.facts());
                    model.splitWarnings().setAll(tried.warnings());
                    model.splitProblemProperty().set("");
                    model.attributes().setAll(tried.attributes());
                    shown.accept(tried);
                },
                error -> {
                    model.split().clear();
                    model.splitWarnings().clear();
                    model.splitProblemProperty().set("");
                    model.splitProblemProperty().set(texts.of(error));
                    latest.run(() -> AttributeRow.of(open.dataset(), texts), model.attributes()::setAll);
                });
    }

    private Tried tried(Dataset dataset, CutData made, Map<String, String> values) {
        SplitPreview preview = made.preview(dataset, values);
        return new Tried(
                made.whole().spec(),
                made.protocol().spec(),
                SplitParts.of(dataset, preview),
                preview.facts(),
                preview.warnings(),
                AttributeRow.of(made.described(), texts));
    }

    /** The settings of a run that uses a saved split; without a validation part, the file has none. */
    private static Map<String, String> inFile(Path file, Map<String, String> values) {
        String validation = values.getOrDefault(RunSettings.VALIDATION, "");
        boolean without = Set.of(RunSettings.ON_TEST, RunSettings.FIXED).contains(validation);
        return Map.of(
                RunSettings.SPLIT,
                SplitFile.spec(file),
                RunSettings.VALIDATION,
                without ? validation : "",
                RunSettings.CANDIDATES,
                "");
    }

    /** Saves the split with these settings to a file, which the next run then uses. */
    void freeze(Map<String, String> values) {
        Opened open = session.openedProperty().get();
        Optional<Path> file =
                open == null ? Optional.empty() : around.save(open.dataset().name() + ".split");
        if (open == null || file.isEmpty()) {
            return;
        }
        jobs.run(() -> FrozenSplit.write(file.get(), open.dataset(), values), hash -> {
            session.chosenSplitProperty().set(inFile(file.get(), values));
            around.say(texts.get("data.split.frozen", file.get(), hash));
        });
    }
}
