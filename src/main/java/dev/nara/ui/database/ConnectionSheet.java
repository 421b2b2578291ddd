package dev.nara.ui.database;

import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import dev.nara.data.read.database.DatabaseAddress;
import dev.nara.data.read.database.DatabaseTables;
import dev.nara.data.read.database.FirstRows;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.data.read.snapshot.SourceQuery;
import dev.nara.text.Numbers;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.LaidCard;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * A sheet along the edge of the window for querying a database: address, user, and a query or table. Shows the first rows, stores the
 * complete answer as a snapshot, and opens that. Requests can be cancelled at any time. Only for the JavaFX thread.
 */
public final class ConnectionSheet {
    private final Layers layers;
    private final Jobs jobs;
    private final Session session;
    private final Path workspace;
    private final Texts texts;
    private final BiConsumer<Path, Optional<Recipe>> opener;
    private final ConnectionModel model = new ConnectionModel();
    private final Latest latest;
    private final BooleanProperty refreshable = new SimpleBooleanProperty();
    private final FxPump<Long> counted = new FxPump<>(all -> counted(all.get(all.size() - 1)));
    private @Nullable LaidCard open;

    /** {@code opener} opens a snapshot of the workspace, and asks for its columns if there is no recipe. */
    public ConnectionSheet(
            Layers layers,
            Jobs jobs,
            Texts texts,
            Session session,
            Path workspace,
            BiConsumer<Path, Optional<Recipe>> opener) {
        this.layers = layers;
        this.jobs = jobs;
        this.texts = texts;
        this.session = session;
        this.workspace = workspace;
        this.opener = opener;
        this.latest = new Latest(jobs);
        model.addressProperty().addListener((o, was, is) -> changed());
        model.askedProperty().addListener((o, was, is) -> changed());
        model.userProperty().addListener((o, was, is) -> changed());
        session.openedProperty().addListener((o, was, is) -> look(is));
    }

    /** Whether the open data are the answer of a query, which can be repeated. */
    public ReadOnlyBooleanProperty refreshableProperty() {
        return refreshable;
    }

    /** Opens the sheet for a new query. */
    public void open() {
        model.againProperty().set(null);
        jobs.quietly(() -> new QuerySnapshots(workspace).asked(), this::earlier, error -> {});
        lay();
    }

    /** Opens the sheet to repeat the query of the open data. */
    public void refresh() {
        Opened data = session.openedProperty().get();
        if (data != null) {
            Path file = data.dataset().path();
            jobs.run(
                    () -> new QuerySnapshots(workspace).queryOf(file),
                    query -> query.ifPresent(one -> {
                        model.fill(one);
                        model.againProperty().set(one);
                        lay();
                    }));
        }
    }

    private void look(@Nullable Opened data) {
        refreshable.set(false);
        if (data != null) {
            Path file = data.dataset().path();
            jobs.quietly(
                    () -> new QuerySnapshots(workspace).queryOf(file).isPresent(),
                    is -> refreshable.set(
                            is && data.equals(session.openedProperty().get())),
                    error -> {});
        }
    }

    private void earlier(List<SourceQuery> queries) {
        model.earlier().setAll(queries.stream().filter(SourceQuery::ofDatabase).toList());
    }

    private void lay() {
        if (open == null) {
            ConnectionCard card = new ConnectionCard(model, texts, new Requests());
            open = layers.lay(card.view(), LaidCard.Place.SIDE, this::left);
            card.begin();
        }
    }

    /** Handles the requests of the card. */
    private final class Requests implements ConnectionCard.Requests {
        @Override
        public void test() {
            ConnectionSheet.this.test();
        }

        @Override
        public void read() {
            ConnectionSheet.this.read();
        }

        @Override
        public void open() {
            SnapshotOpening taken = model.openingProperty().get();
            if (taken != null) {
                ConnectionSheet.this.open(taken);
            }
        }

        @Override
        public void cancel() {
            stop();
        }

        @Override
        public void close() {
            ConnectionSheet.this.close();
        }
    }

    /** Esc cancels a request under way, or else closes the sheet. */
    private void left() {
        if (latest.underWay()) {
            stop();
        } else {
            close();
        }
    }

    private void stop() {
        latest.cancel();
        model.doingProperty().set("");
    }

    private void close() {
        stop();
        model.passwordProperty().set("");
        model.forgetAnswer();
        LaidCard shown = open;
        open = null;
        if (shown != null) {
            shown.close();
        }
    }

    private void changed() {
        stop();
        model.forgetAnswer();
    }

    /** Reads the first rows, or the list of tables if no query is given. */
    private void test() {
        Login login = model.login();
        boolean tables = model.askedProperty().get().isBlank();
        with(query -> {
            if (tables) {
                latest.run(
                        request -> DatabaseTables.of(
                                DatabaseAddress.of(query.source()), login, (done, total) -> request.check()),
                        this::tables,
                        this::failed);
            } else {
                latest.run(
                        request -> FirstRows.of(
                                DatabaseAddress.of(query.source()),
                                login,
                                query.sql(),
                                (done, total) -> request.check()),
                        this::rows,
                        this::failed);
            }
        });
    }

    private void tables(List<String> names) {
        ended();
        model.rowsProperty().set(null);
        model.tables().setAll(names);
        model.saidProperty().set(texts.get("database.tables", names.size()));
    }

    private void rows(FirstRows rows) {
        ended();
        model.tables().clear();
        model.rowsProperty().set(rows);
        model.saidProperty()
                .set(texts.get(
                        rows.rows().size() < FirstRows.MOST ? "database.all" : "database.first",
                        rows.rows().size()));
    }

    /** Starts work on the query of the fields, if they are valid. */
    private void with(Consumer<SourceQuery> work) {
        model.problemProperty().set("");
        model.openingProperty().set(null);
        try {
            SourceQuery query = model.query();
            model.doingProperty().set(texts.get("database.connecting"));
            work.accept(query);
        } catch (DataException e) {
            failed(e);
        }
    }

    /** Reads all rows into a snapshot. */
    private void read() {
        Login login = model.login();
        with(query -> latest.run(
                request -> SnapshotOpening.take(workspace, query, login, (done, total) -> {
                    request.check();
                    counted.offer(done);
                }),
                taken -> {
                    ended();
                    if (taken.change() == null) {
                        open(taken);
                    } else {
                        model.saidProperty().set(texts.of(taken.change()));
                        model.openingProperty().set(taken);
                    }
                },
                this::failed));
    }

    private void counted(long rows) {
        if (latest.underWay() && rows > 0) {
            model.doingProperty().set(texts.get("database.counted", Numbers.grouped(rows)));
        }
    }

    private void ended() {
        model.doingProperty().set("");
    }

    private void failed(Throwable error) {
        ended();
        model.problemProperty().set(texts.of(error));
    }

    private void open(SnapshotOpening taken) {
        close();
        opener.accept(taken.file(), Optional.ofNullable(taken.recipe()));
    }
}
