package dev.nara.ui.data.cards;

import dev.nara.data.Activity;
import dev.nara.spec.RunSettings;
import dev.nara.spec.SplitParts;
import dev.nara.spec.SplitParts.Days;
import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Tips;
import dev.nara.ui.data.figures.Borders;
import dev.nara.ui.data.figures.DataWords;
import dev.nara.ui.data.figures.DayChart;
import dev.nara.ui.data.figures.RowsQuery;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card on the split: the chart of days with the borders, the figures of the three parts, and warnings. */
public final class SplitCard extends VBox {
    private final Texts texts;
    private final Requests requests;
    private final Label sub = new Label();
    private final SplitMenu kinds;
    private final DayChart chart;
    private final Label without = new Label();
    private final PartColumn train = new PartColumn("train");
    private final PartColumn validation = new PartColumn("validation");
    private final PartColumn test = new PartColumn("test");
    private final HBox parts = new HBox(16, train, validation, test);
    private final Placeholder nothing;
    private final SplitChips chips;
    private final HBox keep = new HBox();
    private final Label kept = new Label();
    private @Nullable Opened opened;
    private @Nullable DataWords words;

    /** The requests of this card. */
    public interface Requests extends SplitChips.Requests {
        /** Sets these settings of the split, by name, and keeps the others. */
        @Override
        void set(Map<String, String> some);

        /** Restores the split before the last change. */
        void undo();
    }

    /** {@code open} shows rows. */
    public SplitCard(Texts texts, ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open, Requests requests) {
        this.texts = texts;
        this.requests = requests;
        kinds = new SplitMenu(texts, requests::set, requests::settings);
        chips = new SplitChips(texts, requests);
        nothing = new Placeholder(texts);
        nothing.setId("split-nothing");
        nothing.setMinHeight(0);
        chart = new DayChart(theme, open);
        chart.onBorders(this::moving, this::moved);
        sub.getStyleClass().add("card-detail");
        without.setId("data-no-days");
        without.setWrapText(true);
        without.getStyleClass().add("muted");
        for (VBox part : new VBox[] {train, validation, test}) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setPrefWidth(100);
        }
        keep.getStyleClass().add("strip");
        keep.setId("split-kept");
        keep.getChildren().addAll(kept, Tables.button(texts, "split-undo", "data.split.undo", requests::undo));
        keep.managedProperty().bind(keep.visibleProperty());
        keep.setVisible(false);
        VBox.setVgrow(chart, Priority.ALWAYS);
        for (Node node : new Node[] {chart, without}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getStyleClass().addAll("card", "data-card");
        getChildren()
                .addAll(
                        new Numbered(3, texts.binding("data.card.split"), sub, kinds),
                        chart,
                        without,
                        new StackPane(parts, nothing),
                        keep,
                        chips);
    }

    /** Shows the days of the data; the result of a split is shown once it is computed. */
    public void show(Opened now, DataWords in) {
        opened = now;
        words = in;
        boolean days = now.dataset().clock();
        chart.setVisible(days);
        without.setVisible(!days);
        // Without the chart nothing can use additional height.
        VBox.setVgrow(this, days ? Priority.ALWAYS : Priority.NEVER);
        without.setText(texts.get(now.dataset().timed() ? "data.no.days" : "data.no.times"));
        say(days ? "data.card.split.sub" : "");
        kinds.offer(now.dataset());
        chart.show(now.profile().activity(), null, in);
        chips.show(now, in);
        known(false);
        nothing.setPrefHeight(0);
        nothing.loadingSoon(Text.of("data.split.counting"));
    }

    /** Explains the chart. */
    private void say(String key) {
        sub.setText(key.isEmpty() ? "" : texts.get(key));
        Tips.on(sub, sub.getText());
    }

    /** Shows why the data cannot be split in this way. */
    public void failed(String why) {
        known(false);
        nothing.setPrefHeight(USE_COMPUTED_SIZE);
        kinds.setText(texts.get("data.split"));
        kinds.setVisible(true);
        nothing.failed(
                Text.of("said.as.written", why), new Placeholder.Step(Text.of("data.split.all"), requests::settings));
    }

    /** Whether the result of the split is known; hidden parts keep their space. */
    private void known(boolean is) {
        for (Node node : new Node[] {parts, chips, kinds}) {
            node.setVisible(is);
        }
        nothing.setVisible(!is);
    }

    /** Shows the result of a split. */
    public void show(Tried tried) {
        if (opened == null || words == null) {
            return;
        }
        SplitParts parts = tried.parts();
        DataWords in = words;
        kinds.show(tried.split());
        Optional<Borders> borders = Borders.of(parts);
        chart.show(opened.profile().activity(), borders.orElse(null), in);
        if (opened.dataset().clock()) {
            say(borders.isPresent() ? "data.card.split.drag" : "data.card.split.sub");
        }
        train.show(parts.train(), in);
        parts.validation()
                .ifPresentOrElse(
                        held -> validation.show("validation", held, held.users(), "data.part.left.out", in),
                        () -> validation.none("validation", in));
        test.show("test", parts.test(), parts.test().users() - parts.test().untrained(), "data.part.separate", in);
        chips.show(tried, in);
        nothing.setPrefHeight(0);
        known(true);
    }

    /** Says how many runs have another split and keep it; 0 for none. */
    public void keeps(int runs) {
        keep.setVisible(runs > 0);
        kept.setText(texts.get(runs == 1 ? "data.split.kept.one" : "data.split.kept", runs));
    }

    private void moving(Borders borders) {
        if (opened == null || words == null) {
            return;
        }
        Activity activity = opened.profile().activity();
        NavigableMap<LocalDate, Integer> days = activity.days();
        LocalDate first = days.firstKey();
        LocalDate end = days.lastKey().plusDays(1);
        LocalDate middle = borders.validation();
        LocalDate trained = middle == null ? borders.test() : middle;
        train.moving(new Days(first, trained.minusDays(1)), DayChart.rows(days, first, trained), words);
        if (middle != null) {
            validation.moving(
                    new Days(middle, borders.test().minusDays(1)), DayChart.rows(days, middle, borders.test()), words);
        }
        test.moving(new Days(borders.test(), end.minusDays(1)), DayChart.rows(days, borders.test(), end), words);
    }

    private void moved(Borders borders) {
        LocalDate middle = borders.validation();
        String split = SplitParts.spec(borders.test());
        requests.set(
                middle == null
                        ? Map.of(RunSettings.SPLIT, split)
                        : Map.of(RunSettings.SPLIT, split, RunSettings.VALIDATION, SplitParts.spec(middle)));
    }
}
