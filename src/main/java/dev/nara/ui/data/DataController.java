package dev.nara.ui.data;

import dev.nara.data.ColumnRole;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.data.cards.ReadCard;
import dev.nara.ui.data.cards.RepairCard;
import dev.nara.ui.data.cards.SplitCard;
import dev.nara.ui.data.figures.FiguresPanel;
import dev.nara.ui.data.figures.RowsQuery;
import dev.nara.ui.data.opening.DataSurroundings;
import dev.nara.ui.data.opening.OpenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The Data workspace: what was read, its findings and repairs, and its split. */
public final class DataController {
    private final Session session;
    private final Texts texts;
    private final DataSurroundings around;
    private final DataModel model = new DataModel();
    private final UndoStack undo = new UndoStack();
    private final DataView view;
    private final DataPage page;
    private final PreparationPane preparation;
    private final DataOpening opening;
    private final SplitDesk split;
    private final DataSheets sheets;
    private final OpenFiles files;
    private final Importing importing;
    private final DatasetCards cards;
    /** The unprepared dataset on the page. */
    private @Nullable Dataset shown;

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
        this.texts = texts;
        this.around = around;
        opening = new DataOpening(services, session, jobs, texts, model, around);
        files = new OpenFiles(services.datasets(), session, jobs, texts, around);
        PageRequests requests = new PageRequests();
        SplitCard card = new SplitCard(texts, theme, this::openRows, requests);
        page = page(services.workspace(), requests, card, theme, pseudonymiser);
        SplitTrial trial = new SplitTrial(session, jobs, texts, model, around);
        CutPane form = new CutPane(
                model,
                texts,
                () -> this.split().changed(),
                warning -> around.say(SplitDesk.said(warning, texts)),
                () -> this.split().freeze());
        cards = new DatasetCards(session, jobs, texts, around, form::values);
        split = new SplitDesk(session, trial, form, card, page, undo);
        preparation = new PreparationPane(model, texts, this::prepare, files::saveRecipe, files::export);
        sheets = new DataSheets(
                model, texts, theme, pseudonymiser, jobs, opening, Map.of("split", form, "prepare", preparation));
        view = new DataView(model, page, texts, requests);
        importing = new Importing(services, jobs, texts, view, around, this::open);
        PageKeys.on(view.root(), page::focus, this::train, undo);
        follow(pseudonymiser);
    }

    private DataPage page(
            Path workspace,
            PageRequests requests,
            SplitCard card,
            ObjectProperty<Theme> theme,
            Pseudonymiser pseudonymiser) {
        return new DataPage(
                texts,
                new VerdictBar(model, texts, requests),
                new ReadCard(texts, pseudonymiser, around, workspace, this::changeReading, this::chooseRole),
                new RepairCard(texts, pseudonymiser, this::repair, this::openRows),
                card,
                new FiguresPanel(theme, this::openRows),
                opening::again);
    }

    private void follow(Pseudonymiser pseudonymiser) {
        session.openedProperty().addListener((o, was, is) -> show(is));
        texts.localeProperty().addListener((o, was, is) -> redraw());
        pseudonymiser.onProperty().addListener((o, was, is) -> page.again());
        model.readingProperty().addListener((o, was, is) -> state());
        model.progressProperty().addListener((o, was, is) -> state());
        model.unreadProperty().addListener((o, was, is) -> state());
        model.recountingProperty().addListener((o, was, is) -> page.stale(is));
        model.splitProblemProperty().addListener((o, was, is) -> page.problem(is));
        files.onChanged(view.root(), page::changed);
    }

    /** Redraws the page in another language; if other data were opened, the page is redrawn anyway. */
    private void redraw() {
        Opened open = session.openedProperty().get();
        if (open == null || open.prepared().raw().equals(shown)) {
            page.again();
            state();
            split.show(false);
        }
    }

    /** Handles the requests of the page. */
    private final class PageRequests
            implements DataView.Requests, VerdictBar.Requests, SplitCard.Requests, Remedies.Acts {
        @Override
        public void choose() {
            around.choose();
        }

        @Override
        public void open(List<Path> paths) {
            DataController.this.open(paths);
        }

        @Override
        public void cancel() {
            opening.cancel();
        }

        @Override
        public void train() {
            DataController.this.train();
        }

        @Override
        public void again() {
            opening.again();
        }

        @Override
        public void set(Map<String, String> some) {
            split.set(some);
        }

        @Override
        public void undo() {
            undo.undo();
        }

        @Override
        public void settings() {
            show("split");
        }

        @Override
        public void zone(String zone) {
            opening.cutIn(zone);
        }

        @Override
        public void otherZone() {
            show("reading");
        }

        @Override
        public void again(Path path) {
            DataController.this.open(path, null);
        }

        @Override
        public void identify(Path path) {
            DataController.this.identify(path);
        }

        @Override
        public void showFile(Path path) {
            around.show(path);
        }

        @Override
        public void back() {
            model.unreadProperty().set(null);
        }
    }

    /** The root of the workspace. */
    public Region view() {
        return view.root();
    }

    /** The share of the data that has been read, 0 … 1; -1 if it is unknown. */
    public ReadOnlyDoubleProperty shareProperty() {
        return model.progressProperty();
    }

    /** The time left for reading, as text; "" if it is unknown. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return model.timeLeftProperty();
    }

    /** Describes the open data as a page of Markdown. */
    public DatasetCards cards() {
        return cards;
    }

    /** Stops reading; the open data remain open. */
    public void cancel() {
        opening.cancel();
    }

    /** Shows a part of the workspace: a card of the page (profile, quality) or a sheet (prepare, split, attributes, rows). */
    public void show(String part) {
        switch (part) {
            case "profile" -> page.focus(1);
            case "quality" -> page.focus(2);
            default -> view.sheet(part, sheets.content(part), DataSheets.width(part));
        }
    }

    /** Opens the dataset at the path with a recipe; without one, with the recipe stored for it, or with defaults. */
    public void open(Path path, @Nullable Recipe recipe) {
        view.assistant(null);
        opening.open(path, recipe);
    }

    /** Opens files that were dropped together: of several tables the log, to which the others are joined. */
    public void open(List<Path> paths) {
        view.assistant(null);
        opening.open(paths);
    }

    /** Asks for the columns of the table at the path, and opens it. */
    public void identify(Path path) {
        view.filled();
        importing.ask(path, opening.joinedTo(path));
    }

    /** Sets all runs, after each reading. */
    public void runs(List<StoredRun> all) {
        split.runs(all);
    }

    private void train() {
        if (session.openedProperty().get() != null && !model.busy()) {
            split.use(split.values());
            around.train();
        }
    }

    private void changeReading() {
        Opened open = session.openedProperty().get();
        if (open != null && open.prepared().recipe().columns() != null) {
            identify(open.dataset().path());
        } else {
            show("reading");
        }
    }

    private void chooseRole(int column, ColumnRole role) {
        files.columns(column, role, opening::columns);
    }

    private void openRows(RowsQuery query) {
        Opened open = session.openedProperty().get();
        if (open != null) {
            show("rows");
            sheets.find(query, open.dataset());
        }
    }

    private void repair(String id, boolean on) {
        Opened open = session.openedProperty().get();
        if (open != null) {
            List<String> before = open.prepared().recipe().preparation().repairs();
            List<String> now = new ArrayList<>(before);
            now.remove(id);
            if (on) {
                now.add(id);
            }
            undo.did(() -> prepare(preparation.with(before)));
            prepare(preparation.with(now));
        }
    }

    /** Prepares the data again; after an error the form keeps what was typed. */
    private void prepare(Preparation changed) {
        opening.prepare(changed, error -> {
            page.again();
            preparation.wrong(texts.of(error));
            around.say(texts.of(error));
        });
    }

    private SplitDesk split() {
        return split;
    }

    private void state() {
        DataModel.Unread unread = model.unreadProperty().get();
        if (!model.readingProperty().get().isEmpty()) {
            view.filled();
            page.reading(model.readingProperty().get(), model.progressProperty().get());
        } else if (unread != null) {
            view.filled();
            page.failed(
                    String.valueOf(unread.path().getFileName()),
                    texts.of(unread.error()),
                    Remedies.of(texts, shown, unread, new PageRequests()));
        } else if (shown == null) {
            view.emptied();
        } else {
            page.verdict();
        }
    }

    private void show(@Nullable Opened opened) {
        if (opened == null) {
            return;
        }
        boolean other = !opened.prepared().raw().equals(shown);
        shown = opened.prepared().raw();
        model.facts().setAll(opened.profile().facts());
        model.steps().setAll(opened.prepared().steps());
        preparation.show(opened.prepared().recipe().preparation(), other);
        model.attributes().clear();
        model.unreadProperty().set(null);
        sheets.show(opened);
        page.show(opened);
        view.filled();
        if (other) {
            undo.clear();
            files.opened(opened.dataset().path());
            files.glimpse(opened, page::show, page::unseen);
        }
        split.show(other);
    }
}
