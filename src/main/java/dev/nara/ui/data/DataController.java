package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.interchange.DatasetFormat;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.store.Services;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows the open dataset: what it holds, what is odd about it, how it was prepared, what a split makes of it. */
public final class DataController {
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final DataSurroundings around;
    private final DataModel model = new DataModel();
    private final DataView view;
    private final ProfilePane profile;
    private final RowsPane rows;
    private final QualityPane quality;
    private final PreparationPane preparation;
    private final CutPane cut;
    private final DataOpening opening;
    private final SplitTrial trial;
    /** The rows whose preparation was last put into the form. */
    private @Nullable Dataset filled;

    /** For the window's session. */
    public DataController(
            Services services,
            Session session,
            Jobs jobs,
            Texts texts,
            ObjectProperty<Theme> theme,
            Pseudonymiser pseudonymiser,
            DataSurroundings around) {
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.around = around;
        opening = new DataOpening(services, session, jobs, texts, model, around);
        trial = new SplitTrial(session, jobs, texts, model, around);
        profile = new ProfilePane(model, texts, theme, new RereadPane(texts, opening::decode, opening::cutIn));
        rows = new RowsPane(model, texts, pseudonymiser);
        quality = new QualityPane(model, texts, pseudonymiser, this::repair);
        preparation = new PreparationPane(model, texts, this::prepare, this::saveRecipe, this::export);
        cut = new CutPane(model, texts, this::describeSplit, trial::use, this::freezeSplit);
        view = new DataView(model, texts, new Requests());
        view.page("profile", profile);
        view.page("quality", quality);
        view.page("prepare", preparation);
        view.page("split", cut);
        view.page("attributes", new AttributesPane(model, texts, theme));
        view.page("rows", rows);
        session.openedProperty().addListener((o, was, is) -> show(is));
        texts.localeProperty()
                .addListener((o, was, is) -> show(session.openedProperty().get()));
        theme.addListener((o, was, is) -> show(session.openedProperty().get()));
    }

    private final class Requests implements DataView.Requests {
        @Override
        public void choose() {
            around.choose();
        }

        @Override
        public void open(Path path) {
            opening.open(path, null);
        }

        @Override
        public void cancel() {
            opening.cancel();
        }
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** How much of the data under way is read, 0 … 1; -1 where that is not known. */
    public ReadOnlyDoubleProperty shareProperty() {
        return model.progressProperty();
    }

    /** How long that takes yet, in words; "" where it is not known. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return model.timeLeftProperty();
    }

    /** Stops reading; what was open stays so. */
    public void cancel() {
        opening.cancel();
    }

    /** Shows one of the workspace's tabs, from 0. */
    public void tab(int place) {
        view.tab(place);
    }

    /** Opens the dataset at the path as the recipe beside it says, or as usual. */
    public void open(Path path) {
        opening.open(path, null);
    }

    /** Opens the dataset at the path as the recipe says; without one, as the recipe beside it, or as usual. */
    public void open(Path path, @Nullable Recipe recipe) {
        opening.open(path, recipe);
    }

    private void repair(List<String> ids) {
        prepare(preparation.with(ids));
    }

    /** On an error the form keeps what was typed. */
    private void prepare(Preparation changed) {
        opening.prepare(changed, error -> {
            Opened open = session.openedProperty().get();
            if (open != null) {
                quality.applied(open.prepared().recipe().preparation().repairs());
            }
            preparation.wrong(texts.of(error));
        });
    }

    private void describeSplit() {
        trial.describe(cut.values());
    }

    private void freezeSplit() {
        trial.freeze(cut.values());
    }

    private void saveRecipe() {
        Opened open = session.openedProperty().get();
        if (open != null) {
            Path file = RecipeFile.beside(open.dataset().path());
            jobs.run(
                    () -> {
                        RecipeFile.write(file, open.prepared().recipe());
                        return file;
                    },
                    written -> around.say(texts.get("cli.data.recipe", written)));
        }
    }

    /** Writes the prepared data as RecBole's files, uncut. */
    private void export() {
        Opened open = session.openedProperty().get();
        Optional<Path> folder = open == null ? Optional.empty() : around.folder();
        if (open != null && folder.isPresent()) {
            jobs.run(
                    () -> {
                        boolean cut = open.dataset().given() != null;
                        DatasetFormat.RECBOLE.check(folder.get(), open.dataset(), cut);
                        Split given = cut ? Splits.split(open.dataset(), "", 1) : null;
                        DatasetFormat.RECBOLE.write(folder.get(), open.dataset(), given);
                        return folder.get();
                    },
                    written -> around.say(texts.get("export.done", written)));
        }
    }

    private void show(@Nullable Opened opened) {
        if (opened == null) {
            return;
        }
        model.facts().setAll(opened.profile().facts());
        model.steps().setAll(opened.prepared().steps());
        Preparation used = opened.prepared().recipe().preparation();
        preparation.show(used, !opened.prepared().raw().equals(filled));
        filled = opened.prepared().raw();
        model.attributes().clear();
        quality.show(opened.quality(), used.repairs());
        profile.show(opened);
        rows.show(opened.dataset());
        view.filled();
        describeSplit();
    }
}
