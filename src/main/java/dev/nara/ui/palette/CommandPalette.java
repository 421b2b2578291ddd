package dev.nara.ui.palette;

import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.LaidCard;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The command palette over the window. Its field has the focus; arrow keys select a line, Tab goes from group to group, Enter runs the
 * selected entry. Slow searches run off the JavaFX thread, and earlier results remain until they are done.
 */
public final class CommandPalette {
    private static final int ALONE = 60;
    private static final int MOST_RECENT = 20;
    private static final int SHOWN_RECENT = 5;
    private static final KeyCombination AGAIN = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private final Layers layers;
    private final Texts texts;
    private final List<Source> sources;
    private final Map<Group, Latest> searching = new EnumMap<>(Group.class);
    private final Map<Group, Source.Search> searches = new EnumMap<>(Group.class);
    private final Map<Group, Found> found = new EnumMap<>(Group.class);
    private List<String> recent = new ArrayList<>();
    private final Supplier<List<String>> fitting;
    private final Consumer<String> help;
    private @Nullable Shown shown;

    private static final class Shown {
        private final PaletteView view;
        private final LaidCard layer;
        private int chosen;

        Shown(PaletteView view, LaidCard layer) {
            this.view = view;
            this.layer = layer;
        }
    }

    /**
     * @param fitting returns the keys of the actions that suit the current screen, best first
     * @param help searches the guide for words
     */
    public CommandPalette(
            Layers layers,
            Jobs jobs,
            Texts texts,
            List<Source> sources,
            Supplier<List<String>> fitting,
            Consumer<String> help) {
        this.layers = layers;
        this.texts = texts;
        this.sources = List.copyOf(sources);
        this.fitting = fitting;
        this.help = help;
        sources.forEach(source -> searching.put(source.group(), new Latest(jobs)));
    }

    /** Stores the keys of used entries in that list, the latest first; it may contain entries of earlier sessions. */
    public void remember(List<String> lately) {
        recent = lately;
    }

    /** Opens the palette, or closes it if it is open. */
    public void open() {
        if (shown != null) {
            close();
            return;
        }
        for (Source source : sources) {
            searches.put(source.group(), source.open());
        }
        PaletteView view = new PaletteView(texts);
        LaidCard layer = layers.lay(view, LaidCard.Place.TOP, this::close);
        Shown now = new Shown(view, layer);
        shown = now;
        view.words().textProperty().addListener((o, was, is) -> seek(now));
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, now));
        view.addEventFilter(MouseEvent.MOUSE_MOVED, e -> hover(e, now));
        view.addEventFilter(MouseEvent.MOUSE_CLICKED, e -> rowAt(e, now).ifPresent(row -> act(now, row, false)));
        seek(now);
    }

    private void close() {
        Shown now = shown;
        if (now != null) {
            shown = null;
            searching.values().forEach(Latest::cancel);
            found.clear();
            now.layer.close();
        }
    }

    private void seek(Shown now) {
        Query query = Query.of(now.view.words().getText());
        if (query.ways().isEmpty() && query.only().isEmpty()) {
            searching.values().forEach(Latest::cancel);
            found.clear();
            showRecent(now);
            return;
        }
        List<String> used = List.copyOf(recent);
        int most = query.only().isPresent() ? ALONE : GroupShares.ROWS;
        for (Source source : sources) {
            Latest latest = Objects.requireNonNull(searching.get(source.group()));
            Source.Search search = Objects.requireNonNull(searches.get(source.group()));
            if (!query.wants(source.group())) {
                latest.cancel();
                found.remove(source.group());
            } else if (source.slow()) {
                latest.run(() -> search.find(query, used, most), got -> take(now, source.group(), got));
            } else {
                found.put(source.group(), now(search, query, most));
            }
        }
        show(now);
    }

    private Found now(Source.Search search, Query query, int most) {
        try {
            return search.find(query, recent, most);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Shown now, Group group, Found got) {
        found.put(group, got);
        if (now.equals(shown)) {
            show(now);
        }
    }

    /** Shows recently used entries, and actions that suit the current screen. */
    private void showRecent(Shown now) {
        List<Hit> all = new ArrayList<>();
        Query everything = new Query(Optional.of(Group.ACTIONS), "", List.of());
        for (Source source : sources) {
            Source.Search search = searches.get(source.group());
            if (search != null && !source.slow()) {
                all.addAll(now(search, everything, Integer.MAX_VALUE).hits());
            }
        }
        now.view.clear();
        List<Hit> used = named(all, recent, List.of());
        List<Hit> here = named(all, fitting.get(), used);
        if (!used.isEmpty()) {
            now.view.add(texts.get("palette.recent"), used);
        }
        if (!here.isEmpty()) {
            now.view.add(texts.get("palette.here"), here);
        }
        now.view.count("");
        settle(now);
    }

    private static List<Hit> named(List<Hit> all, List<String> keys, List<Hit> without) {
        return keys.stream()
                .flatMap(key -> all.stream().filter(hit -> hit.entry().key().equals(key)))
                .filter(hit -> without.stream()
                        .noneMatch(
                                other -> other.entry().key().equals(hit.entry().key())))
                .limit(SHOWN_RECENT)
                .toList();
    }

    private void show(Shown now) {
        Query query = Query.of(now.view.words().getText());
        now.view.clear();
        Map<Group, List<Hit>> shares = GroupShares.of(found, query.only().isPresent() ? ALONE : GroupShares.ROWS);
        boolean waiting = false;
        for (Group group : Group.values()) {
            boolean underWay =
                    searching.containsKey(group) && searching.get(group).underWay();
            List<Hit> hits = shares.getOrDefault(group, List.of());
            waiting |= underWay;
            if (underWay || !hits.isEmpty()) {
                String caption = texts.get("found." + group.name());
                now.view.add(underWay ? caption + " …" : caption, hits);
            }
        }
        int rows = now.view.rows().size();
        int all = found.values().stream().mapToInt(Found::of).sum();
        now.view.count(waiting || rows == 0 ? "" : texts.get("palette.count", rows, all));
        if (rows == 0 && !waiting) {
            String words = query.words();
            now.view.addAlone(Hit.plain(Entry.of(
                    Group.HELP,
                    "palette.none",
                    Feather.HELP_CIRCLE,
                    texts.get("palette.none", words),
                    () -> help.accept(words))));
        }
        settle(now);
    }

    private void settle(Shown now) {
        now.view.fit(layers.getHeight());
        // Selects the first enabled entry, even if it is not at the top.
        List<PaletteRow> rows = now.view.rows();
        choose(
                now,
                (int) rows.stream().takeWhile(row -> !row.entry().possible()).count() % Math.max(1, rows.size()));
    }

    private void choose(Shown now, int row) {
        List<PaletteRow> rows = now.view.rows();
        now.chosen = rows.isEmpty() ? 0 : Math.floorMod(row, rows.size());
        for (int n = 0; n < rows.size(); n++) {
            rows.get(n).choose(n == now.chosen);
        }
        if (!rows.isEmpty()) {
            PaletteRow chosen = rows.get(now.chosen);
            now.view.words().setAccessibleHelp(chosen.spoken());
            now.view.reveal(chosen);
        }
    }

    private void pressed(KeyEvent event, Shown now) {
        if (AGAIN.match(event)) {
            close();
        } else if (event.getCode() == KeyCode.DOWN) {
            choose(now, now.chosen + 1);
        } else if (event.getCode() == KeyCode.UP) {
            choose(now, now.chosen - 1);
        } else if (event.getCode() == KeyCode.TAB) {
            choose(now, GroupShares.groupAt(now.view.rows(), now.chosen, event.isShiftDown() ? -1 : 1));
        } else if (event.getCode() == KeyCode.ENTER && !now.view.rows().isEmpty()) {
            act(now, now.view.rows().get(now.chosen), event.isShortcutDown());
        } else {
            return;
        }
        event.consume();
    }

    private Optional<PaletteRow> rowAt(MouseEvent event, Shown now) {
        return now.view.rows().stream()
                .filter(row -> row.localToScene(row.getLayoutBounds()).contains(event.getSceneX(), event.getSceneY()))
                .findFirst();
    }

    private void hover(MouseEvent event, Shown now) {
        rowAt(event, now)
                .map(now.view.rows()::indexOf)
                .filter(at -> at != now.chosen)
                .ifPresent(at -> choose(now, at));
    }

    /** Runs an entry after closing the palette; does nothing if it is disabled. */
    private void act(Shown now, PaletteRow row, boolean keep) {
        Entry entry = row.entry();
        if (!entry.possible()) {
            return;
        }
        recent.remove(entry.key());
        recent.add(0, entry.key());
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT);
        }
        if (!keep) {
            close();
        }
        entry.act().run();
        if (keep && now.equals(shown)) {
            for (Source source : sources) {
                searches.put(source.group(), source.open());
            }
            seek(now);
        }
    }
}
